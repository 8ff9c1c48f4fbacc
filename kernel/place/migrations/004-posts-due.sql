-- Whether a new grid has yet to be given the posts of the one that it was part of: on the day, as they are then.
alter table place.redrawings add column posts_due boolean not null default false;
create index redrawings_with_posts_due on place.redrawings (district, holds_from, id) where posts_due;
