-- The links by which reporters answer what was asked of them, each by the keyed hash of its token, and until when it opens.
-- Read by the command role only: nobody lists them.
create table cases.questions (
  district text not null,
  hash text not null,
  item text not null,
  asked_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (district, hash)
);
create index questions_of on cases.questions (district, item);
alter table cases.questions enable row level security;
create policy by_district on cases.questions to linli_command using (district = app.district()) with check (district = app.district());
grant select, insert, update (ends_at) on cases.questions to linli_command;
