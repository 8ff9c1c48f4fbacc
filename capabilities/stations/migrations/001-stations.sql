create schema stations;
grant usage on schema stations to linli_command, linli_read;

create table stations.stations (
  district text not null,
  code text not null,
  station jsonb not null,
  version integer not null default 1,
  tip text not null default '',
  ends date,
  kind text not null,
  street text not null,
  community text not null,
  opened_year text not null,
  has_works text not null, -- yes or no: whether its building was rebuilt or enlarged
  primary key (district, code)
);
create index stations_by_community on stations.stations (district, community, code);
create index stations_by_kind on stations.stations (district, kind, code);
create index stations_by_street on stations.stations (district, street, code);

-- Where stations are is for everybody, and nothing of it is about a person.
alter table stations.stations enable row level security;
create policy by_district on stations.stations to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update on stations.stations to linli_command;
create policy public_in_district on stations.stations to linli_read using (district = app.district());
grant select on stations.stations to linli_read;
