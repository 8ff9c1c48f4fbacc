-- By which grains a day was summed up, after the revision at which it was. What is summed up by other grains is summed up anew, and nothing has
-- to be tallied for it. A program that knows of no such column goes by `summed` alone, which stays right for its own grains.
alter table metric.tallied add column summed_by text;

-- A day is summed up by place too: the figures of a community's month read a row a day where they read each of its cells in the whole district.
alter table metric.sums drop constraint sums_grain_check;
alter table metric.sums add constraint sums_grain_check
  check (grain in ('day', 'placeOfDay', 'month', 'unit', 'place', 'category')) not valid;
