-- Of which flow the item is that a code opens, so that whoever types it is led to its page. Until now there were codes of cases alone.
alter table people.query_codes add column flow text not null default 'case';
create index query_codes_to on people.query_codes (district, item);
