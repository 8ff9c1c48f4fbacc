create schema branches;
grant usage on schema branches to linli_command, linli_read;

create table branches.branches (
  district text not null,
  code text not null,
  branch jsonb not null,
  version integer not null default 1,
  tip text not null default '',
  ends date,
  kind text not null,
  street text not null,
  community text not null,
  primary key (district, code)
);
create index branches_by_community on branches.branches (district, community, code);
create index branches_by_street on branches.branches (district, street, code);
create index branches_by_kind on branches.branches (district, kind, code);
create index branches_by_estate on branches.branches using gin ((branch->'estates'));

-- Whoever reads, reads their district. Of people it holds names that are published, and no number.
alter table branches.branches enable row level security;
create policy by_district on branches.branches to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update on branches.branches to linli_command;
create policy in_district on branches.branches to linli_read using (district = app.district());
grant select on branches.branches to linli_read;

create schema declarations;
grant usage on schema declarations to linli_command, linli_read;

create table declarations.declarations (
  district text not null,
  id text not null,
  version integer not null,
  state text not null,
  item jsonb not null,
  places text[] not null,
  parties text[] not null,
  tip text not null,
  kind text not null,
  estate text not null,
  community text not null,
  street text not null,
  claimed_as text, -- as what they first claimed an area: counted for good
  claimed_at timestamptz,
  areas integer not null,
  primary key (district, id)
);
create index declarations_by_community on declarations.declarations (district, community, estate, claimed_at, id);
create index declarations_by_street on declarations.declarations (district, street, community, estate);
create index declarations_by_estate on declarations.declarations (district, estate, state);

alter table declarations.declarations enable row level security;
create policy by_district on declarations.declarations to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update on declarations.declarations to linli_command;
create policy by_post on declarations.declarations to linli_read using (district = app.district() and app.sees(places, parties));
grant select on declarations.declarations to linli_read;

-- What neighbours find: where and what for, by references to the vault, and nothing of who it is.
create table declarations.areas (
  district text not null,
  id text not null,
  declaration text not null,
  estate text not null,
  community text not null,
  street text not null,
  kind text not null,
  where_said text not null,
  promise text not null,
  shown_name text, -- where they agreed to it
  since timestamptz not null,
  primary key (district, id)
);
create index areas_by_estate on declarations.areas (district, estate, since, id);
create index areas_of_declaration on declarations.areas (district, declaration);

alter table declarations.areas enable row level security;
create policy by_district on declarations.areas to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update, delete on declarations.areas to linli_command;
create policy in_district on declarations.areas to linli_read using (district = app.district());
grant select on declarations.areas to linli_read;
