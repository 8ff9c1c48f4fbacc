-- A person reads who looked at their data by time, the latest first; ids follow the time at which a look was written down.
create index looks_of_by_time on vault.looks (district, subject, at desc, id desc);
drop index vault.looks_of;
