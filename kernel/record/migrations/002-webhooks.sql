-- Where a district's events are announced to, and what they are signed with.
create table record.webhooks (
  district text not null,
  id uuid not null,
  name text not null,
  address text not null,
  secret text not null, -- sealed with a key of the keyring
  events text[], -- none: all
  paused boolean not null default false,
  made_at timestamptz not null,
  made_by text not null,
  primary key (district, id)
);

-- One row an event and webhook, written with the mark on the outbox. Its id is the same however often it is sent.
create table record.deliveries (
  district text not null,
  id uuid not null,
  webhook uuid not null,
  item text not null,
  sequence integer not null,
  event text not null,
  body jsonb not null,
  made_at timestamptz not null,
  since timestamptz not null, -- from when the days count after which it is given up: made, taken up again, or sent again
  attempts integer not null default 0,
  next_at timestamptz not null,
  leased_until timestamptz not null default '-infinity',
  delivered_at timestamptz,
  given_up_at timestamptz,
  last_error jsonb, -- words
  primary key (district, id),
  unique (district, webhook, item, sequence), -- also what keeps the order of an item
  foreign key (district, webhook) references record.webhooks (district, id) on delete cascade,
  check (delivered_at is null or given_up_at is null)
);
create index deliveries_waiting on record.deliveries (district, webhook, next_at, id)
  where delivered_at is null and given_up_at is null;
create index deliveries_latest on record.deliveries (district, webhook, made_at desc, sequence desc);
create index deliveries_by_age on record.deliveries (district, made_at);

alter table record.webhooks enable row level security;
alter table record.deliveries enable row level security;
create policy by_district on record.webhooks to linli_command
  using (district = app.district()) with check (district = app.district());
create policy by_district on record.deliveries to linli_command
  using (district = app.district()) with check (district = app.district());
grant select, insert, update, delete on record.webhooks, record.deliveries to linli_command;
