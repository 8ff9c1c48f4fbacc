-- The tasks whose photos will be old one day, by when they were accepted.
create index tasks_with_photos on tasks.tasks (district, (item ->> 'acceptedAt')) where state = 'accepted' and item -> 'photos' <> '[]';
