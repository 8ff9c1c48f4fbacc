create schema applications;
grant usage on schema applications to linli_command, linli_read;

create table applications.applications (
  district text not null,
  id text not null,
  version integer not null,
  state text not null,
  item jsonb not null,
  places text[] not null,
  parties text[] not null,
  tip text not null,
  community text not null,
  street text,
  applied_at timestamptz not null,
  primary key (district, id)
);
create index applications_by_community on applications.applications (district, community, applied_at desc, id);
create index applications_by_time on applications.applications (district, applied_at desc, id);

alter table applications.applications enable row level security;
create policy by_district on applications.applications to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update on applications.applications to linli_command;
create policy by_post on applications.applications to linli_read using (district = app.district() and app.sees(places, parties));
grant select on applications.applications to linli_read;
