-- What settled items come to, day by day, so that a figure over years reads no items. A row is a measure, a day (by when the items
-- began) and a cell of units and category. What is not settled, and days that are marked, are counted from the items themselves.
create schema metric;
grant usage on schema metric to linli_command, linli_read;

create table metric.tallies (
  district text not null,
  measure text not null,
  day date not null,
  unit text not null, -- '-' where there is none, as in the next two
  street text not null,
  community text not null,
  category text not null,
  reach text not null check (reach in ('all', 'district', 'guards')), -- who counts it: each their own, the district alone, its guards alone
  sums integer[], -- in the order in which the measure names them
  given double precision[], -- or the numbers themselves, in order, where they are not added up
  primary key (district, measure, day, unit, street, community, category, reach)
);

-- The days that have been tallied, each as often as its revision says, and by which definition of the measures.
create table metric.tallied (
  district text not null,
  source text not null,
  day date not null,
  revision integer not null,
  definition text not null,
  primary key (district, source, day)
);

-- Left by every command that touches something settled: that day's tallies are out of date. A row for each change, so that no
-- command waits for another, and none that commits late is missed.
create table metric.marked (
  district text not null,
  source text not null,
  day date not null,
  item text not null,
  version integer not null,
  primary key (district, source, day, item, version)
);

do $$
declare name text;
begin
  foreach name in array array['tallies', 'tallied', 'marked'] loop
    execute format('alter table metric.%I enable row level security', name);
  end loop;
end $$;
create policy by_district on metric.marked to linli_command with check (district = app.district());
grant insert on metric.marked to linli_command;
create policy by_post on metric.tallies to linli_read using (district = app.district()
  and app.sees(array[unit, street, community], '{}')
  and (reach = 'all' or (current_setting('app.everything', true) = 'on' and (reach = 'district' or current_setting('app.guards', true) = 'on'))));
create policy seen_by_district on metric.tallied to linli_read using (district = app.district());
create policy seen_by_district on metric.marked to linli_read using (district = app.district());
grant select on metric.tallies, metric.tallied, metric.marked to linli_read;
