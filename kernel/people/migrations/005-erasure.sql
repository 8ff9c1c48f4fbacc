-- To erase a person is also to forget what opened their cases without an account.
grant delete on people.query_codes to linli_command;
create index query_codes_of on people.query_codes (district, party);
