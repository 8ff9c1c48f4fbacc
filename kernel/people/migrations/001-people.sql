create schema people;
grant usage on schema people to linli_command, linli_read;

-- Names to sign in with are unique in an installation: the one table that all districts share.
create table people.names (
  name text primary key,
  home text not null, -- the district
  account text not null
);

create table people.accounts (
  district text not null,
  id text not null,
  kind text not null check (kind in ('resident', 'staff')),
  sign_in_name text,
  display_name text, -- staff only: a resident's name is in the vault
  password text, -- argon2id, with its parameters
  must_change boolean not null default false,
  totp_secret text, -- encrypted with the master key
  totp_confirmed boolean not null default false,
  totp_last_step bigint, -- a code is good once
  demo boolean not null default false,
  ends date,
  primary key (district, id)
);

-- Who is at which post, from when to when. A stand-in is at the post too, during a leave.
create table people.posts (
  district text not null,
  id text not null,
  account text not null,
  role text not null,
  unit text not null,
  starts date not null,
  ends date, -- the first day on which it is over
  stand_in_for text, -- the account on leave
  primary key (district, id)
);
create index posts_of on people.posts (district, account);
create index posts_at on people.posts (district, unit, role);

-- Who is on duty for urgent cases outside office hours, by street.
create table people.duties (
  district text not null,
  unit text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  account text not null,
  primary key (district, unit, starts_at, account)
);

create table people.sessions (
  district text not null,
  token text not null, -- a hash of it
  account text not null,
  kind text not null check (kind in ('staff', 'resident', 'code')),
  post text, -- the one of the account's posts that it acts as
  item text, -- for a query code: the one item that it opens
  device text not null default '',
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  primary key (district, token)
);
create index sessions_of on people.sessions (district, account);

-- One-time codes sent to a phone: hashed, good for five minutes, five tries and one use.
create table people.phone_codes (
  district text not null,
  phone text not null, -- the keyed hash
  code text not null,
  made_at timestamptz not null,
  tries integer not null default 0,
  used boolean not null default false,
  primary key (district, phone)
);

-- Failures and requests within a window, by who or where they came from: what throttling goes by.
create table people.attempts (
  district text not null,
  subject text not null,
  window_start timestamptz not null,
  count integer not null,
  primary key (district, subject, window_start)
);

-- Query codes: who has one may see one item as the one who reported it. Kept hashed.
create table people.query_codes (
  district text not null,
  hash text not null,
  item text not null,
  party text not null,
  primary key (district, hash)
);

do $$
declare name text;
begin
  foreach name in array array['accounts', 'posts', 'duties', 'sessions', 'phone_codes', 'attempts', 'query_codes'] loop
    execute format('alter table people.%I enable row level security', name);
    execute format('create policy by_district on people.%I to linli_command using (district = app.district()) with check (district = app.district())', name);
  end loop;
end $$;
grant select, insert on people.names to linli_command;
grant select, insert, update on people.accounts, people.posts to linli_command;
grant select, insert, update, delete on people.duties, people.sessions, people.phone_codes, people.attempts to linli_command;
grant select, insert on people.query_codes to linli_command;
