-- What a unit assists in, or had before, the latest first: found in that order, in place of looking through what anybody reported. A program
-- from before this, which goes on beside the new one for a while, writes no time: it is added within the minute (`timeSeers`).
alter table cases.seers add column reported_at timestamptz;
update cases.seers s set reported_at = c.reported_at from cases.cases c where c.district = s.district and c.id = s.id;
create index seers_untimed on cases.seers (district, id) where reported_at is null;
create index seers_by_time on cases.seers (district, unit, reported_at desc, id desc);
