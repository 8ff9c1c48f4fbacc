create schema errands;
grant usage on schema errands to linli_command, linli_read;

create table errands.items (
  district text not null,
  code text not null,
  kept jsonb not null,
  version integer not null default 1,
  tip text not null default '',
  ends date,
  kind text not null,
  primary key (district, code)
);
create index items_by_kind on errands.items (district, kind, code);

alter table errands.items enable row level security;
create policy by_district on errands.items to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update on errands.items to linli_command;
create policy in_district on errands.items to linli_read using (district = app.district());
grant select on errands.items to linli_read;

create table errands.errands (
  district text not null,
  id text not null,
  version integer not null,
  state text not null,
  item jsonb not null,
  places text[] not null,
  parties text[] not null,
  tip text not null,
  kind text not null,
  community text not null,
  street text,
  hours double precision not null, -- what it saves the resident, as the district assumes
  began_at timestamptz not null, -- when it was asked for; of what was recorded afterwards, when it was done
  ended_at timestamptz,
  primary key (district, id)
);
create index errands_by_time on errands.errands (district, began_at desc, id);
create index errands_by_community on errands.errands (district, community, began_at desc, id);
create index errands_by_street on errands.errands (district, street, began_at desc, id);
create index errands_by_state on errands.errands (district, state, began_at desc, id);
create index errands_ended on errands.errands (district, ended_at);

alter table errands.errands enable row level security;
create policy by_district on errands.errands to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update on errands.errands to linli_command;
create policy by_post on errands.errands to linli_read using (district = app.district() and app.sees(places, parties));
grant select on errands.errands to linli_read;
