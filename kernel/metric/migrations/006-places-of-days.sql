-- At which revision a day was summed up, by which grains, and which time it was, in one text, so that a program that writes `summed` alone cannot leave
-- it looking as if it held. What is summed up by other grains is summed up anew, and nothing has to be tallied for it.
alter table metric.tallied add column summed_by text;

-- A day is summed up by place too: the figures of a community's month read a row a day where they read each of its cells in the whole district.
-- Not validated: what stands there is of the grains before, which are all among these, and to look would read every row.
alter table metric.sums drop constraint sums_grain_check;
alter table metric.sums add constraint sums_grain_check
  check (grain in ('day', 'placeOfDay', 'month', 'unit', 'place', 'category')) not valid;
