create schema place;
grant usage on schema place to linli_command, linli_read;

-- The districts of this installation: the first table of all, beside whose rows Citus lays those of every other table.
create table place.districts (
  district text primary key,
  name text not null,
  demo boolean not null default false,
  rules_version integer not null default 1
);

-- The unit tree, and the handling units that stand beside it.
create table place.units (
  district text not null,
  code text not null,
  kind text not null check (kind in ('district', 'street', 'community', 'estate', 'building', 'bureau', 'station', 'propertyCompany', 'utility')),
  form text check (form in ('street', 'developmentCentre')),
  name text not null,
  parent text,
  street text, -- the street and the community it lies in (its own code, for one itself), so that lists need not climb
  community text,
  serves text[] not null default '{}', -- the estates of a property company
  point geometry(Point, 4326),
  outline geometry(MultiPolygon, 4326),
  starts date not null default '2000-01-01',
  ends date, -- the first day on which it no longer stands
  primary key (district, code),
  check ((kind = 'street') = (form is not null)),
  check (ends > starts)
);
create index units_below on place.units (district, parent, code);
create index units_of_kind on place.units (district, kind, code);
create index units_in_community on place.units (district, community, kind, code);
create index units_by_point on place.units using gist (point);

-- Grids, and what their boundaries once were: one row for each time of validity, `starts` included, `ends` not.
-- `base` grids of a level tile their community; a `dedicated` one (a school, a market) lies over them.
create table place.grids (
  district text not null,
  code text not null,
  level smallint not null check (level between 1 and 3),
  kind text not null check (kind in ('base', 'dedicated')),
  name text not null,
  parent text, -- of a base grid: the one of the next level up; of a dedicated grid: the base grid beneath it
  community text not null,
  street text not null,
  boundary geometry(MultiPolygon, 4326) not null,
  starts date not null,
  ends date,
  primary key (district, code, starts),
  check (ends > starts)
);
create unique index grids_today on place.grids (district, code) where ends is null;
create index grids_in_community on place.grids (district, community, level, code);
create index grids_by_boundary on place.grids using gist (boundary);

-- What else a place is called: official grid codes, addresses, door plates, codes already printed. A door needs no second QR.
create table place.aliases (
  district text not null,
  alias text not null,
  kind text not null check (kind in ('grid', 'address', 'doorPlate', 'qr')),
  target_kind text not null check (target_kind in ('unit', 'grid')),
  target text not null,
  primary key (district, alias)
);
create index aliases_of on place.aliases (district, target);

-- Places are public: whoever reads sees all of their district. They are changed by commands and imports of that district.
-- Grids may be read from any district: PostGIS operators are not leakproof, so under a condition no query would use the index
-- (with `true` it does); and a security definer function is refused by Citus in a transaction that has written as another role.
do $$
declare name text;
begin
  foreach name in array array['districts', 'units', 'aliases'] loop
    execute format('alter table place.%I enable row level security', name);
    execute format('create policy by_district on place.%I to linli_command, linli_read using (district = app.district()) with check (district = app.district())', name);
    execute format('grant select on place.%I to linli_command, linli_read', name);
  end loop;
end $$;
alter table place.grids enable row level security;
create policy public on place.grids for select to linli_command, linli_read using (true);
create policy insert_in_district on place.grids for insert to linli_command with check (district = app.district());
create policy update_in_district on place.grids for update to linli_command using (district = app.district()) with check (district = app.district());
grant select on place.grids to linli_command, linli_read;
grant insert, update on place.units, place.grids to linli_command;
grant insert, update, delete on place.aliases to linli_command;

-- Where a point is (WGS 84), as of a day. Metres are 0 inside; up to `reach` metres off, the nearest grid takes it.
create function place.locate(in_district text, longitude double precision, latitude double precision, on_day date, reach double precision)
returns table (how text, metres double precision, street text, community text, grid1 text, grid2 text, grid3 text, dedicated text)
language plpgsql stable as $$
declare
  here geometry := ST_SetSRID(ST_MakePoint(longitude, latitude), 4326);
  base record;
  over text;
  above text;
  kind_of_hit text := 'inside';
  distance double precision := 0;
begin
  -- The deepest that covers it; on a shared border the lowest code, always the same.
  select g.code, g.level, g.parent, g.community, g.street into base from place.grids g
    where g.district = in_district and g.kind = 'base' and g.starts <= on_day and (g.ends is null or g.ends > on_day)
      and ST_Covers(g.boundary, here)
    order by g.level desc, g.code limit 1;

  if base.code is null then
    kind_of_hit := 'near';
    -- A degree of latitude is never shorter than 110,500 m.
    select g.code, g.level, g.parent, g.community, g.street, g.away into base from (
      select n.*, round(ST_Distance(n.boundary::geography, here::geography)::numeric, 2)::double precision as away from place.grids n
      where n.district = in_district and n.kind = 'base' and n.starts <= on_day and (n.ends is null or n.ends > on_day)
        and n.boundary && ST_Expand(here, reach / 110500 / cos(radians(latitude)), reach / 110500)
      offset 0) g
      where g.away <= reach
      order by g.away, g.level desc, g.code limit 1;
    distance := base.away;
  end if;

  if base.code is null then
    select ST_Distance(g.boundary::geography, here::geography) into distance from place.grids g
      where g.district = in_district and g.kind = 'base' and g.starts <= on_day and (g.ends is null or g.ends > on_day)
      order by g.boundary <-> here limit 1;
    return query select 'outside', round(distance::numeric, 2)::double precision, null::text, null::text, null::text, null::text, null::text, null::text;
    return;
  end if;

  select g.code into over from place.grids g
    where g.district = in_district and g.kind = 'dedicated' and g.starts <= on_day and (g.ends is null or g.ends > on_day)
      and ST_Covers(g.boundary, here)
    order by ST_Area(g.boundary), g.code limit 1;

  if base.level = 3 then
    select g.parent into above from place.grids g
      where g.district = in_district and g.code = base.parent and g.starts <= on_day and (g.ends is null or g.ends > on_day);
  end if;

  return query select kind_of_hit, distance, base.street, base.community,
    case base.level when 1 then base.code when 2 then base.parent else above end,
    case base.level when 2 then base.code when 3 then base.parent end,
    case base.level when 3 then base.code end,
    over;
end $$;
revoke all on function place.locate from public;
grant execute on function place.locate to linli_command, linli_read;
