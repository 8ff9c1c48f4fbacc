-- Roles of which a second factor is asked: whoever holds one and has none set up can do nothing but set it up.
create table people.second_factor (
  district text not null,
  role text not null,
  primary key (district, role)
);
alter table people.second_factor enable row level security;
create policy by_district on people.second_factor to linli_command using (district = app.district()) with check (district = app.district());
grant select, insert, delete on people.second_factor to linli_command;

-- Which posts are held is for everybody to know (not by whom): it decides where a case may go.
create policy seen_by_district on people.posts to linli_read using (district = app.district());
grant usage on schema people to linli_read;
grant select (district, role, unit, starts, ends) on people.posts to linli_read;
