-- The post that one at a new grid was copied from: where that ends before this one has begun, this one never begins.
alter table people.posts add column copy_of text;
create index posts_copied on people.posts (district, copy_of) where copy_of is not null;
