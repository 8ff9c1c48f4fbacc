-- What is personal of cases is forgotten some time after they were settled: once, and found without reading those that are not due.
alter table cases.cases add column forgotten boolean not null default false;
create index cases_to_forget on cases.cases (district, reported_at, id)
  where not forgotten and state in ('closed', 'declined', 'withdrawn');
-- A photo goes with the last case that names it.
create index cases_of_photo on cases.cases using gin (district, (item->'photos')) where not forgotten and item->'photos' <> '[]';
create index cases_closed_by_time on cases.cases (district, closed_at) where closed_at is not null;
create index questions_by_end on cases.questions (district, ends_at);
