-- The members of branches, as the system that is master of them has them: whose branch, and a reference to a name in the vault. No
-- account and no telephone.
create table branches.members (
  district text not null,
  id text not null,
  branch text not null,
  community text not null,
  name_said text not null,
  system text not null,
  number text not null, -- in that system
  as_of date not null,
  brought_at timestamptz not null, -- when a sheet last named them
  primary key (district, id)
);
create index members_of_branch on branches.members (district, branch, id);
create index members_by_number on branches.members (district, system, number);
create index members_by_time on branches.members (district, brought_at);

alter table branches.members enable row level security;
create policy by_district on branches.members to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update, delete on branches.members to linli_command;
-- Of their community alone: who sees the whole district or a street does not see who they are.
create policy of_the_community on branches.members to linli_read
  using (district = app.district() and array[community] && coalesce(nullif(current_setting('app.places', true), ''), '{}')::text[]);
grant select on branches.members to linli_read;
