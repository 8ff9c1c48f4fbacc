-- What is personal of cases is forgotten some time after they were settled: found without reading those that are not.
create index cases_closed_by_time on cases.cases (district, closed_at) where closed_at is not null;
create index questions_by_end on cases.questions (district, ends_at);
