create schema specials;
grant usage on schema specials to linli_command, linli_read;

create table specials.specials (
  district text not null,
  id text not null,
  version integer not null,
  state text not null,
  item jsonb not null,
  places text[] not null,
  parties text[] not null,
  tip text not null,
  spot text not null, -- the same for the same place or reporter and category
  category text not null,
  street text,
  community text,
  proposed_at timestamptz not null,
  primary key (district, id)
);
create index specials_of_spot on specials.specials (district, spot);
create index specials_of_street on specials.specials (district, street, proposed_at desc, id);
create index specials_of_community on specials.specials (district, community, proposed_at desc, id);
create index specials_by_time on specials.specials (district, proposed_at desc, id);

alter table specials.specials enable row level security;
create policy by_district on specials.specials to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update on specials.specials to linli_command;
create policy by_post on specials.specials to linli_read using (district = app.district() and app.sees(places, parties));
grant select on specials.specials to linli_read;
