-- After how many minutes without a touch of key or pointer the session of whoever holds a post of a role ends.
create table people.idle_ends (
  district text not null,
  role text not null,
  minutes integer not null check (minutes between 5 and 240),
  primary key (district, role)
);
alter table people.idle_ends enable row level security;
create policy by_district on people.idle_ends to linli_command using (district = app.district()) with check (district = app.district());
grant select, insert, delete on people.idle_ends to linli_command;

-- Also whose session ended because nobody was there.
alter table people.sign_ins drop constraint sign_ins_came_check;
alter table people.sign_ins add constraint sign_ins_came_check
  check (came in ('in', 'refused', 'slowed', 'halfway', 'out', 'ended', 'idle'));
