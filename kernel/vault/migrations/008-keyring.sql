-- By what the keyring is known again under which everything here is sealed: one row. Under another nothing opens, and nobody is found by their
-- telephone. It is for whoever starts the program; no request reads it.
create table vault.keyring (
  single boolean primary key default true check (single),
  name text not null
);
alter table vault.keyring enable row level security;
