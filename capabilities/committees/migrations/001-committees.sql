create schema committees;
create schema meetings;
create schema tasks;
grant usage on schema committees, meetings, tasks to linli_command, linli_read;

create table committees.kinds (
  district text not null,
  code text not null,
  kind jsonb not null,
  version integer not null default 1,
  tip text not null default '',
  ends date,
  primary key (district, code)
);

create table committees.committees (
  district text not null,
  code text not null,
  committee jsonb not null,
  version integer not null default 1,
  tip text not null default '',
  ends date,
  sort text not null, -- governance or special
  kind text not null, -- of a special one
  street text not null,
  community text not null, -- of none: figures group by it
  primary key (district, code)
);
create index committees_by_street on committees.committees (district, street, code);
create index committees_by_kind on committees.committees (district, kind, code);

-- What meetings resolved in public, written when their minutes are signed.
create table committees.public_resolutions (
  district text not null,
  number text not null,
  committee text not null,
  committee_name text not null,
  subject text not null,
  text text not null,
  decided_on date not null,
  primary key (district, number)
);
create index public_resolutions_by_day on committees.public_resolutions (district, decided_on desc, number desc);

create table meetings.meetings (
  district text not null,
  id text not null,
  version integer not null,
  state text not null,
  item jsonb not null,
  places text[] not null,
  parties text[] not null,
  tip text not null,
  committee text not null,
  unit text not null,
  starts_at timestamptz not null,
  primary key (district, id)
);
create index meetings_of_committee on meetings.meetings (district, committee, starts_at desc, id);
create index meetings_by_time on meetings.meetings (district, starts_at desc, id desc);

create table tasks.tasks (
  district text not null,
  id text not null,
  version integer not null,
  state text not null,
  item jsonb not null,
  places text[] not null,
  parties text[] not null,
  tip text not null,
  committee text not null,
  unit text not null,
  holder text not null,
  meeting text not null,
  limit_on text not null, -- a day, which orders as text does
  primary key (district, id)
);
create index tasks_by_limit on tasks.tasks (district, limit_on, id);
create index tasks_of_holder on tasks.tasks (district, holder, limit_on, id);
create index tasks_of_committee on tasks.tasks (district, committee, limit_on, id);
create index tasks_of_meeting on tasks.tasks (district, meeting, limit_on, id);

-- Whoever reads, reads of their district which committees there are; of meetings and tasks what lies at their post.
do $$
declare name text;
begin
  foreach name in array array['committees.kinds', 'committees.committees', 'committees.public_resolutions', 'meetings.meetings', 'tasks.tasks'] loop
    execute format('alter table %s enable row level security', name);
    execute format('create policy by_district on %s to linli_command using (district = app.district()) with check (district = app.district())', name);
    execute format('grant select, insert, update on %s to linli_command', name);
    execute format('grant select on %s to linli_read', name);
    if name like 'committees.%' then
      execute format('create policy in_district on %s to linli_read using (district = app.district())', name);
    else
      execute format('create policy by_post on %s to linli_read using (district = app.district() and app.sees(places, parties))', name);
    end if;
  end loop;
end $$;
