-- The number that a case has on the platform that it came from: each is filed once. What was split off has none of its own.
alter table cases.cases add column outer_id text;
update cases.cases set outer_id = item->>'outerId' where item ? 'outerId' and not item ? 'origin';
create unique index cases_outer on cases.cases (district, outer_id) where outer_id is not null;
