-- What items come to that are not settled, one by one, as all measures count them: it holds for a version of the item, by a definition of the
-- measures, from one moment until another, at which a limit passes. What is not here, or does not hold, is counted from the item itself.
create table metric.unsettled (
  district text not null,
  source text not null,
  item text not null,
  version integer not null,
  definition text not null,
  since timestamptz not null,
  until timestamptz not null,
  sums integer[] not null, -- those of all measures, one after the other, and before those of each how many rows were added up
  given jsonb not null, -- of measures that add nothing up, the numbers themselves by the measure's name
  primary key (district, source, item)
);

-- Like time limits it is read while counting, beside items that the asker sees: whose it is stands in the item's own row.
alter table metric.unsettled enable row level security;
create policy counted on metric.unsettled to linli_read
  using (district = app.district() and current_setting('app.counting', true) = 'on');
grant select on metric.unsettled to linli_read;
