-- Who solved what of a category came up in a street of late.
create index cases_solved_by on cases.cases (district, category, street, reported_at desc) where lead is not null and outcome = 'solved' and not hidden;

-- By when they run out, those that no limit runs on last: also they have their place in that order.
drop index cases.cases_by_due;
create index cases_by_due on cases.cases (district, due_at, id);
