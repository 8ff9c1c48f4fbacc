-- To erase a person is also to forget which telephone was theirs.
grant delete on vault.phones to linli_command;
