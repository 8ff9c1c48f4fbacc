-- How many live in a building: a number, as a plan of stations needs it, and nothing of anybody.
alter table place.units add column residents integer;
