-- A data key for each file, wrapped by the master key of that number: to erase a photo is to destroy its key, whatever copies of
-- its bytes there are.
alter table files.files add column wrapped text, add column master integer, add column erased_at timestamptz;
create index files_by_uploader on files.files (district, uploaded_by);
grant update (wrapped, master, erased_at) on files.files to linli_command;
