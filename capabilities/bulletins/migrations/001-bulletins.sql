create schema bulletins;
grant usage on schema bulletins to linli_command, linli_read;

create table bulletins.bulletins (
  district text not null,
  id text not null,
  version integer not null,
  state text not null,
  item jsonb not null,
  places text[] not null,
  parties text[] not null,
  tip text not null,
  kind text not null,
  unit text not null, -- that signs it
  from_at timestamptz not null,
  until_at timestamptz not null,
  published_at timestamptz not null,
  concerns text[] not null, -- the estates, buildings and communities that it is for
  around text[] not null, -- what these lie in
  primary key (district, id)
);
create index bulletins_by_end on bulletins.bulletins (district, until_at, id);
create index bulletins_by_time on bulletins.bulletins (district, published_at desc, id desc);

-- A bulletin is put up on doors and sent to chat groups: whoever reads sees all of their district, as they see its places.
alter table bulletins.bulletins enable row level security;
create policy by_district on bulletins.bulletins to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update on bulletins.bulletins to linli_command;
create policy public_in_district on bulletins.bulletins to linli_read using (district = app.district());
grant select on bulletins.bulletins to linli_read;
