#!/bin/sh
# Run once by the database's own container, as its superuser, when it begins: makes the roles, and gives the two logins the passwords
# that stand in their addresses.
set -eu
passwordIn() { sed -E 's|^[^:]+://[^:]+:([^@]+)@.*|\1|' "/run/secrets/$1"; }

psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -f /linli/roles.sql
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -v database="$POSTGRES_DB" \
  -v owner="$(passwordIn owner-database-url)" -v app="$(passwordIn database-url)" <<'SQL'
alter role linli_owner password :'owner';
alter role linli_app password :'app';
alter database :"database" owner to linli_owner;
create extension if not exists postgis;
create extension if not exists btree_gin;
SQL
