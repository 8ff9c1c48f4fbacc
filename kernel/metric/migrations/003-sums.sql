-- What the tallies of days come to, so that a figure over years reads a row a month: a day of everything, or a month by so much as its
-- grain says. A column that a grain leaves out has '*'.
create table metric.sums (
  district text not null,
  measure text not null,
  grain text not null check (grain in ('day', 'month', 'unit', 'place', 'category')),
  day date not null, -- of a month the first
  unit text not null,
  street text not null,
  community text not null,
  category text not null,
  reach text not null check (reach in ('all', 'district', 'guards')),
  sums integer[],
  given double precision[],
  primary key (district, measure, grain, day, unit, street, community, category, reach)
);

-- At which revision a day went into the sums. They hold as long as that is its revision still: whoever tallies it anew, also a program that
-- knows of no sums, puts them out of date.
alter table metric.tallied add column summed integer;

alter table metric.sums enable row level security;
create policy by_post on metric.sums to linli_read using (district = app.district()
  and app.sees(array[unit, street, community], '{}')
  and (reach = 'all' or (current_setting('app.everything', true) = 'on' and (reach = 'district' or current_setting('app.guards', true) = 'on'))));
grant select on metric.sums to linli_read;
