-- Whether something was said that names the file: what nobody ever named is forgotten after some days. Of those from before, and of those
-- that a program from before keeps while it still runs, that is not known, so they stay.
alter table files.files add column named boolean not null default true;
create index files_never_named on files.files (district, at) where not named and wrapped is not null;
create index files_erased on files.files (district, erased_at) where erased_at is not null;
grant update (named) on files.files to linli_command;
-- Its id is its name in a folder.
alter table files.files add constraint files_id_is_a_uuid check (id ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$');
