create schema record;
grant usage on schema record to linli_command, linli_read;

-- What happened, one row a command and item, chained per item: its hash is over the hash before it and its own body.
-- Partitioned by month by the id, which sorts by time; the working role can only append.
create table record.events (
  district text not null,
  item text not null,
  sequence integer not null,
  id uuid not null,
  flow text not null,
  command text not null,
  at timestamptz not null,
  body text not null, -- text, not jsonb: the hash is over these very bytes
  previous text not null,
  hash text not null,
  primary key (district, item, sequence, id)
) partition by range (id);
create table record.events_rest partition of record.events default;
create index events_by_time on record.events (district, at);

-- Hashes of events that no seal covers yet. A command leaves a row here and so waits for nobody.
create table record.unsealed (
  district text not null,
  item text not null,
  sequence integer not null,
  hash text not null,
  primary key (district, item, sequence)
);

-- Once a minute and district: the hashes of all events that had been committed since, chained to the seal before.
create table record.seals (
  district text not null,
  number integer not null,
  at timestamptz not null,
  leaves text not null, -- a line an event: item, sequence, hash
  previous text not null,
  hash text not null,
  primary key (district, number)
);

-- What has to leave, in order per item, at least once: notices, webhooks, live updates.
create table record.outbox (
  district text not null,
  id uuid not null,
  item text not null,
  sequence integer not null,
  body jsonb not null,
  attempts integer not null default 0,
  next_at timestamptz not null default '-infinity',
  leased_until timestamptz not null default '-infinity',
  delivered boolean not null default false,
  primary key (district, id)
) partition by range (id);
create table record.outbox_rest partition of record.outbox default;
create index outbox_waiting on record.outbox (district, next_at, id) where not delivered;
create index outbox_in_order on record.outbox (district, item, sequence) where not delivered;

-- What people were told, in the product itself.
create table record.notices (
  district text not null,
  id text not null,
  recipient text not null, -- a post (role@unit) or a party
  item text not null,
  words jsonb not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (district, id)
);
create index notices_of on record.notices (district, recipient, at desc);

do $$
declare name text;
begin
  foreach name in array array['events', 'unsealed', 'seals', 'outbox', 'notices'] loop
    execute format('alter table record.%I enable row level security', name);
    execute format('create policy by_district on record.%I to linli_command using (district = app.district()) with check (district = app.district())', name);
  end loop;
end $$;
grant select, insert on record.events to linli_command;
grant select, insert on record.unsealed to linli_command;
grant select, insert, update on record.outbox to linli_command;
grant select, insert, update on record.notices to linli_command;

-- Whoever reads sees the events of an item that they have seen (lookInto), and the notices to themselves.
create policy of_the_item on record.events to linli_read using (district = app.district() and item = app.item());
create policy to_me on record.notices to linli_read using (district = app.district() and app.sees(array[recipient], array[recipient]));
grant select on record.events, record.notices to linli_read;
