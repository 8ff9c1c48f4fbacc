-- Whether something was said that names the file: what nobody ever named is forgotten after some days. Of those from before that is
-- not known, so they stay.
alter table files.files add column named boolean not null default false;
update files.files set named = true;
create index files_never_named on files.files (district, at) where not named and wrapped is not null;
create index files_erased on files.files (district, erased_at) where erased_at is not null;
grant update (named) on files.files to linli_command;
