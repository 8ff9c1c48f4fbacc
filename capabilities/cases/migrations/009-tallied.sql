-- The days of what was settled before there were tallies.
insert into metric.marked (district, source, day, item, version)
  select district, 'cases', (reported_at at time zone 'Asia/Shanghai')::date, id, version
  from cases.cases where state in ('closed', 'declined', 'withdrawn', 'merged');
