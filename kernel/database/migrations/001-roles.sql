-- The two roles that the program works as (see within.ts). Neither can log in, owns anything or escapes row-level security.
-- Roles belong to a server, not to one of its databases: another Linli may have made them already.
do $$
begin
  if not exists (select from pg_roles where rolname = 'linli_command') then create role linli_command nologin noinherit; end if;
  if not exists (select from pg_roles where rolname = 'linli_read') then create role linli_read nologin noinherit; end if;
exception when duplicate_object or unique_violation then null; -- two databases migrated at the same moment
end $$;

create extension if not exists postgis;
create extension if not exists btree_gin;

create schema app;
grant usage on schema app to linli_command, linli_read;

-- The district of this transaction. Without one nothing is seen.
create function app.district() returns text language sql stable parallel safe
  as $$ select current_setting('app.district', true) $$;

-- Whether whoever reads may see a row that carries these units and grids and belongs to these people (their own report, say).
create function app.sees(places text[], parties text[]) returns boolean language sql stable parallel safe
  as $$ select current_setting('app.everything', true) = 'on'
     or places && coalesce(nullif(current_setting('app.places', true), ''), '{}')::text[]
     or current_setting('app.party', true) = any (parties) $$;

-- The item that whoever reads has seen already, and whose parts they may therefore see (lookInto in within.ts).
create function app.item() returns text language sql stable parallel safe
  as $$ select nullif(current_setting('app.item', true), '') $$;
