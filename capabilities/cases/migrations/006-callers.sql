-- Which cases were reported from a telephone, by its keyed hash: so that whoever takes a call sees what the caller told before.
-- Read by the command role only, which then asks for the cases themselves under the policy by post.
create table cases.callers (
  district text not null,
  hash text not null,
  id text not null,
  primary key (district, hash, id)
);
alter table cases.callers enable row level security;
create policy by_district on cases.callers to linli_command using (district = app.district()) with check (district = app.district());
grant select, insert, delete on cases.callers to linli_command;
