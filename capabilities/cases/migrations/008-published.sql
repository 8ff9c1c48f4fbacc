-- What everybody may read of solved cases: since when a worker let them. The public page goes by it.
alter table cases.cases add column published_at timestamptz;
create index cases_published on cases.cases (district, community, published_at desc, id) where published_at is not null;
create index cases_published_anywhere on cases.cases (district, published_at desc, id) where published_at is not null;
