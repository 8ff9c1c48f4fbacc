create schema flow;
grant usage on schema flow to linli_command, linli_read;

-- Commands carried out, by the key under which they were sent: one sent twice is carried out once. Kept for 30 days.
create table flow.keys (
  district text not null,
  scope text not null, -- the account, or the secret of a phone that nobody is signed in on
  key text not null,
  fingerprint text not null,
  item text not null,
  command text not null,
  version integer not null,
  at timestamptz not null,
  primary key (district, scope, key)
);
create index keys_by_age on flow.keys (district, at);

-- When which command is to be sent by itself. Leased by one process at a time.
create table flow.timers (
  district text not null,
  flow text not null,
  item text not null,
  key text not null,
  at timestamptz not null,
  command text not null,
  input jsonb not null,
  leased_until timestamptz not null default '-infinity',
  primary key (district, flow, item, key)
);
create index timers_by_time on flow.timers (district, at);

-- Every time limit that ever ran: never changed, but for the moment at which it ended. What response rates are counted from.
create table flow.limits (
  district text not null,
  item text not null,
  id text not null,
  flow text not null,
  step text not null,
  round integer not null,
  holder text, -- the post (role@unit) it was set for
  starts_at timestamptz not null,
  due_at timestamptz not null,
  rule text not null,
  calendar integer not null,
  cause jsonb not null,
  ended_at timestamptz,
  primary key (district, item, id)
);
create index limits_by_due on flow.limits (district, step, due_at);

do $$
declare name text;
begin
  foreach name in array array['keys', 'timers', 'limits'] loop
    execute format('alter table flow.%I enable row level security', name);
    execute format('create policy by_district on flow.%I to linli_command using (district = app.district()) with check (district = app.district())', name);
  end loop;
end $$;
grant select, insert, update on flow.keys to linli_command;
grant select, insert, update, delete on flow.timers to linli_command;
grant select, insert, update (ended_at) on flow.limits to linli_command;

create policy of_the_item on flow.limits to linli_read using (district = app.district() and item = app.item());
grant select on flow.limits to linli_read;
