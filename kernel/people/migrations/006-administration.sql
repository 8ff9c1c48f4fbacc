-- Who changed what about people, posts and rosters: appended only, for the audit administrator to read.
create table people.changes (
  district text not null,
  id uuid not null,
  at timestamptz not null,
  by_account text not null,
  by_name text not null,
  by_role text not null,
  what text not null,
  subject text not null, -- the account, post or unit that it is about
  told jsonb not null, -- what it was and what it is; no password, no secret
  primary key (district, id)
);
alter table people.changes enable row level security;
create policy by_district on people.changes to linli_command using (district = app.district()) with check (district = app.district());
grant select, insert on people.changes to linli_command;
create index accounts_by_name on people.accounts (district, display_name, id) where kind = 'staff';

-- A new account takes its name in the one table that all districts share: each district writes its own names only. The right to delete
-- is there for Citus, which asks a right to change of whoever locks a table that every node has a copy of.
alter table people.names enable row level security;
create policy found_by_all on people.names for select to linli_command using (true);
create policy taken_by_district on people.names for insert to linli_command with check (home = app.district());
create policy given_back_by_district on people.names for delete to linli_command using (home = app.district());
grant delete on people.names to linli_command;
