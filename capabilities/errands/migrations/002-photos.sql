-- The photos of papers and of signatures that an errand names.
alter table errands.errands add column photos text[] not null default '{}';
create index errands_photos on errands.errands (district, ended_at) where photos <> '{}';
