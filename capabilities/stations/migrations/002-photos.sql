-- Photos of stations, for everybody: taken by whoever keeps the station, of the place and of nobody. Who uploaded one stands with the file.
create table stations.photos (
  district text not null,
  station text not null,
  id text not null,
  caption text not null,
  place integer not null, -- in the order in which they were put up
  primary key (district, station, id)
);
alter table stations.photos enable row level security;
create policy by_district on stations.photos to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update, delete on stations.photos to linli_command;
create policy public_in_district on stations.photos to linli_read using (district = app.district());
grant select on stations.photos to linli_read;
