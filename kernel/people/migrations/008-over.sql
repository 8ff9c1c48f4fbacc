-- What is over is forgotten by when it was: each round finds it without reading the rest.
create index sessions_over on people.sessions (district, ends_at);
create index phone_codes_by_age on people.phone_codes (district, made_at);
create index attempts_by_age on people.attempts (district, window_start);
create index changes_by_age on people.changes (district, at);
