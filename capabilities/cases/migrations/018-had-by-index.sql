-- What was returned or extended at some time is found without reading every case, or every limit, of the district: few ever are.
create index cases_returned on cases.cases (district, reported_at desc, id) where (item->>'returns')::integer > 0;
create index limits_extended on flow.limits (district, item) where step = 'resolve' and cause->>'zh' like '延期 %';
