-- Categories are a register: each counts its changes and names the last of its events. What a district started with is its first
-- version. A new category comes after those that are there.
alter table cases.categories
  add column version integer not null default 1,
  add column tip text not null default '',
  alter column position set default 1000000;
