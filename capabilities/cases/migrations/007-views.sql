-- Conditions on the table of cases that somebody kept under a name, for themselves or for all of their role in the district.
create table cases.views (
  district text not null,
  id text not null,
  account text not null,
  role text not null,
  name text not null,
  query text not null, -- as it stands in the page's address
  shared boolean not null,
  made_at timestamptz not null,
  primary key (district, id)
);
create index views_of on cases.views (district, account, name);
create index views_shared on cases.views (district, role, name) where shared;
alter table cases.views enable row level security;
create policy by_district on cases.views to linli_command using (district = app.district()) with check (district = app.district());
grant select, insert, delete on cases.views to linli_command;
