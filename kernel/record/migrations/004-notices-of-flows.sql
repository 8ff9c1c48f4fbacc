-- Of which flow the item is that a notice is about: a page leads to it by that.
alter table record.notices add column flow text not null default 'case';
