create schema vault;
grant usage on schema vault to linli_command, linli_read;

-- A data key for each person, wrapped by the master key of that number. To erase a person is to destroy this row's key.
create table vault.keys (
  district text not null,
  subject text not null,
  wrapped text, -- null once erased
  master integer not null,
  made_at timestamptz not null,
  erased_at timestamptz,
  primary key (district, subject)
);

-- What people told about themselves, and their own words: encrypted (AES-256-GCM) under their data key.
create table vault.secrets (
  district text not null,
  id text not null,
  subject text not null,
  item text, -- the item it was told for; null for what an account keeps
  field text not null,
  sealed text not null,
  primary key (district, id)
);
create index secrets_of on vault.secrets (district, subject);
create index secrets_for on vault.secrets (district, item);

-- A telephone is found by a keyed hash, never by decrypting.
create table vault.phones (
  district text not null,
  hash text not null,
  subject text not null,
  primary key (district, hash)
);

-- Who looked at what of whom, when, and why. Appended only, and shown to the person.
create table vault.looks (
  district text not null,
  id uuid not null,
  subject text not null,
  item text,
  fields text[] not null,
  by_account text not null,
  by_name text not null,
  by_role text not null,
  by_unit text,
  reason text not null,
  at timestamptz not null,
  primary key (district, id)
) partition by range (id);
create table vault.looks_rest partition of vault.looks default;
create index looks_of on vault.looks (district, subject, id desc);

do $$
declare name text;
begin
  foreach name in array array['keys', 'secrets', 'phones', 'looks'] loop
    execute format('alter table vault.%I enable row level security', name);
    execute format('create policy by_district on vault.%I to linli_command using (district = app.district()) with check (district = app.district())', name);
  end loop;
end $$;
grant select, insert, update on vault.keys to linli_command;
grant select, insert, delete on vault.secrets to linli_command;
grant select, insert on vault.phones to linli_command;
grant select, insert on vault.looks to linli_command;

-- Whoever reads can decrypt nothing by SQL alone; rows are theirs to see for the item in hand, or their own.
create policy of_the_item on vault.secrets to linli_read
  using (district = app.district() and (item = app.item() or subject = current_setting('app.party', true)));
create policy of_the_item on vault.looks to linli_read
  using (district = app.district() and subject = current_setting('app.party', true));
create policy seen_by_district on vault.keys to linli_read using (district = app.district());
grant select on vault.keys, vault.secrets, vault.looks to linli_read;
