-- Every version of every year, so that a limit is explained by the calendar that it was counted by, also after a change.
create table time.calendar_versions (
  district text not null,
  year integer not null,
  version integer not null,
  hours jsonb not null,
  days jsonb not null,
  primary key (district, year, version)
);
alter table time.calendar_versions enable row level security;
create policy by_district on time.calendar_versions to linli_command
  using (district = app.district()) with check (district = app.district());
create policy seen_by_district on time.calendar_versions for select to linli_read using (district = app.district());
grant select, insert on time.calendar_versions to linli_command;
grant select on time.calendar_versions to linli_read;
insert into time.calendar_versions (district, year, version, hours, days)
  select district, year, version, hours, days from time.calendars;
