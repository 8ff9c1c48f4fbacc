-- Who solved what of a category came up in a street of late.
create index cases_solved_by on cases.cases (district, category, street, reported_at desc) where lead is not null and outcome = 'solved' and not hidden;
