create schema files;
grant usage on schema files to linli_command, linli_read;

-- What was uploaded, by its hash in the store: photos, re-encoded by us, without what cameras write into them.
create table files.files (
  district text not null,
  id text not null,
  kind text not null check (kind in ('photo')),
  bytes integer not null,
  width integer not null,
  height integer not null,
  sha256 text not null,
  uploaded_by text not null, -- the account, or a hash of the phone's secret
  at timestamptz not null,
  primary key (district, id)
);
alter table files.files enable row level security;
create policy by_district on files.files to linli_command, linli_read using (district = app.district()) with check (district = app.district());
grant select, insert on files.files to linli_command;
grant select on files.files to linli_read;
