-- What was solved at the estates that are nearest to whoever asks, the latest of each.
create index cases_published_in_estate on cases.cases (district, estate, published_at desc, id) where published_at is not null;
