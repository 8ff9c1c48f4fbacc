-- What was decided about grids' boundaries: the part of one that goes to another, from a day on. What lies in it and is open is then
-- looked at again, some at a time: `done_at` says since when all of it has been.
create table place.redrawings (
  district text not null,
  id text not null,
  at timestamptz not null,
  by_name text not null,
  grid text not null,
  receiver text not null,
  whole boolean not null, -- whether all of it goes, so that it ends
  holds_from date not null,
  words text not null,
  moved integer not null default 0,
  done_at timestamptz,
  primary key (district, id)
);
create index redrawings_by_time on place.redrawings (district, at desc, id);
create index redrawings_to_do on place.redrawings (district, holds_from, id) where done_at is null;
alter table place.redrawings enable row level security;
create policy by_district on place.redrawings to linli_command using (district = app.district()) with check (district = app.district());
grant select, insert, update on place.redrawings to linli_command;
create policy in_district on place.redrawings to linli_read using (district = app.district());
grant select on place.redrawings to linli_read;
