create schema portraits;
grant usage on schema portraits to linli_command, linli_read;

-- Who agreed to be shown on the card of their grid, and with which photo. The photo itself lies with the files, under a key of its own.
create table portraits.portraits (
  district text not null,
  id text not null,
  version integer not null,
  state text not null,
  item jsonb not null,
  places text[] not null,
  parties text[] not null,
  tip text not null,
  worker text not null,
  grid text not null,
  community text not null,
  photo text,
  primary key (district, id)
);
create index portraits_of_worker on portraits.portraits (district, worker);
create index portraits_of_grid on portraits.portraits (district, grid);
create index portraits_of_community on portraits.portraits (district, community, id);

alter table portraits.portraits enable row level security;
create policy by_district on portraits.portraits to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update on portraits.portraits to linli_command;
create policy by_post on portraits.portraits to linli_read using (district = app.district() and app.sees(places, parties));
grant select on portraits.portraits to linli_read;
