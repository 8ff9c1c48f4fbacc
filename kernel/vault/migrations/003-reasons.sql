-- Why somebody looked is in that person's own words, and may name whoever it is about: erasure blanks it, the look itself stays.
grant update (reason) on vault.looks to linli_command;
