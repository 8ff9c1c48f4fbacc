create schema visits;
grant usage on schema visits to linli_command, linli_read;

create table visits.visits (
  district text not null,
  id text not null,
  version integer not null,
  state text not null,
  item jsonb not null,
  places text[] not null,
  parties text[] not null,
  tip text not null,
  grid text not null,
  community text not null,
  street text not null,
  on_day date not null,
  primary key (district, id)
);
create index visits_of_grid on visits.visits (district, grid, on_day desc, id);

alter table visits.visits enable row level security;
create policy by_district on visits.visits to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update on visits.visits to linli_command;
create policy by_post on visits.visits to linli_read using (district = app.district() and app.sees(places, parties));
grant select on visits.visits to linli_read;
