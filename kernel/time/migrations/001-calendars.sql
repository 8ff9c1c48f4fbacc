create schema time;
grant usage on schema time to linli_command, linli_read;

-- When a district works, year by year: a row for each year whose holidays are known. Years stand in a row, without a gap.
create table time.calendars (
  district text not null,
  year integer not null check (year between 1992 and 2200),
  version integer not null, -- of the district's calendar, when this year was last changed
  hours jsonb not null, -- office hours of a working day
  days jsonb not null, -- holidays and make-up workdays of the year
  primary key (district, year)
);
alter table time.calendars enable row level security;
create policy by_district on time.calendars to linli_command using (district = app.district()) with check (district = app.district());
create policy seen_by_district on time.calendars for select to linli_read using (district = app.district());
grant select, insert, update on time.calendars to linli_command;
grant select on time.calendars to linli_read;

-- A changed calendar is a changed rule of its district.
grant update (rules_version) on place.districts to linli_command;
