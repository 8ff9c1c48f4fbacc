create schema cases;
grant usage on schema cases to linli_command, linli_read;

create table cases.cases (
  district text not null,
  id text not null,
  version integer not null,
  state text not null,
  item jsonb not null, -- the case itself; the columns below are drawn from it by the one writer, and verify compares them
  places text[] not null, -- the units and grids that see it
  parties text[] not null, -- whose own it is
  tip text not null, -- the hash of its last event
  number text not null,
  category text not null,
  kind text not null,
  urgency text not null,
  channel text not null,
  street text,
  community text,
  estate text,
  building text,
  grid1 text,
  grid2 text,
  grid3 text,
  dedicated text,
  lead text,
  holder_role text,
  holder_unit text,
  reporter text not null,
  reported_at timestamptz not null,
  due_at timestamptz,
  yellow_at timestamptz,
  closed_at timestamptz,
  outcome text,
  round integer not null,
  staff_reported boolean not null,
  hidden boolean not null, -- about the chain itself, or protected: left out of counts that others see
  point geometry(Point, 4326),
  primary key (district, id)
);
-- Each list's own index: the queue of a post, the cases of a place or a lead by when they run out or came in, one's own.
create unique index cases_by_number on cases.cases (district, number);
create index cases_held on cases.cases (district, holder_role, holder_unit, due_at, id) where holder_role is not null;
create index cases_of_lead on cases.cases (district, lead, reported_at desc, id) where lead is not null;
create index cases_of_street on cases.cases (district, street, reported_at desc, id);
create index cases_of_community on cases.cases (district, community, reported_at desc, id);
create index cases_of_grid2 on cases.cases (district, grid2, reported_at desc, id);
create index cases_of_grid3 on cases.cases (district, grid3, reported_at desc, id);
create index cases_of_dedicated on cases.cases (district, dedicated, reported_at desc, id) where dedicated is not null;
create index cases_by_time on cases.cases (district, reported_at desc, id);
create index cases_by_state on cases.cases (district, state, reported_at desc, id);
create index cases_by_due on cases.cases (district, due_at, id) where due_at is not null;
create index cases_reported_by on cases.cases (district, reporter, reported_at desc, id);
create index cases_by_point on cases.cases using gist (point);

-- Who follows a case, by person; and which units see one beside those where it lies: assisting, former.
create table cases.followers (
  district text not null,
  party text not null,
  id text not null,
  primary key (district, party, id)
);
create table cases.seers (
  district text not null,
  unit text not null,
  id text not null,
  primary key (district, unit, id)
);

-- Numbers that people read, handed out to processes in blocks: no command waits for another's.
create table cases.numbers (
  district text not null,
  month text not null,
  next integer not null,
  primary key (district, month)
);

-- The categories of a district, two levels, as an administrator edits them.
create table cases.categories (
  district text not null,
  code text not null,
  category jsonb not null,
  position integer not null,
  ends date,
  primary key (district, code)
);

do $$
declare name text;
begin
  foreach name in array array['cases', 'followers', 'seers', 'numbers', 'categories'] loop
    execute format('alter table cases.%I enable row level security', name);
    execute format('create policy by_district on cases.%I to linli_command using (district = app.district()) with check (district = app.district())', name);
  end loop;
end $$;
grant select, insert, update on cases.cases, cases.numbers, cases.categories to linli_command;
grant select, insert, delete on cases.followers, cases.seers to linli_command;

create policy by_post on cases.cases to linli_read using (district = app.district() and app.sees(places, parties));
create policy mine on cases.followers to linli_read using (district = app.district() and app.sees('{}', array[party]));
create policy by_post on cases.seers to linli_read using (district = app.district() and app.sees(array[unit], '{}'));
create policy seen_by_district on cases.categories to linli_read using (district = app.district());
grant select on cases.cases, cases.followers, cases.seers, cases.categories to linli_read;
