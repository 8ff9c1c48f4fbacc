-- Who may do what, for a whole server; as a superuser, before a database is made. Then give the two logins passwords.
-- A request works as linli_command or linli_read (docs/security.md): nobody logs in as them.
create role linli_command nologin noinherit;
create role linli_read nologin noinherit;
-- Owns the tables: brings them up to date, keeps house, backs up, restores and verifies.
create role linli_owner login;
-- Serves. It owns nothing, and cannot change what happened; what `linli migrate` grants it stands in bin/grants.ts.
create role linli_app login noinherit bypassrls;
grant linli_command, linli_read to linli_owner, linli_app;
