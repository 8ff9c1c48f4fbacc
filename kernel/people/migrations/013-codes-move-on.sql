-- The query code of whoever joined what was withdrawn opens the case as which it goes on.
grant update (item) on people.query_codes to linli_command;
