-- What everybody may read of committees beside their resolutions: when one meets next, and how far the tasks of public resolutions are.
create table committees.public_meetings (
  district text not null,
  id text not null,
  committee text not null,
  starts_at timestamptz not null,
  venue text not null,
  primary key (district, id)
);
create index public_meetings_by_time on committees.public_meetings (district, starts_at, id);

create table committees.public_tasks (
  district text not null,
  id text not null,
  number text not null, -- of the resolution that gave it
  subject text not null,
  holder_name text not null,
  state text not null,
  limit_on text not null,
  primary key (district, id)
);
create index public_tasks_of_resolution on committees.public_tasks (district, number, limit_on, id);
create index public_resolutions_of_committee on committees.public_resolutions (district, committee, decided_on desc, number desc);

insert into committees.public_meetings (district, id, committee, starts_at, venue)
  select district, id, committee, starts_at, item->>'venue' from meetings.meetings where state = 'called';
insert into committees.public_tasks (district, id, number, subject, holder_name, state, limit_on)
  select t.district, t.id, r.number, t.item->>'subject', t.item->>'holderName', t.state, t.limit_on
  from tasks.tasks t join committees.public_resolutions r on r.district = t.district and r.number = t.item->>'number';

do $$
declare name text;
begin
  foreach name in array array['committees.public_meetings', 'committees.public_tasks'] loop
    execute format('alter table %s enable row level security', name);
    execute format('create policy by_district on %s to linli_command using (district = app.district()) with check (district = app.district())', name);
    execute format('grant select, insert, update, delete on %s to linli_command', name);
    execute format('create policy in_district on %s to linli_read using (district = app.district())', name);
    execute format('grant select on %s to linli_read', name);
  end loop;
end $$;
