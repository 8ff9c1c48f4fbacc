-- What somebody was told goes as they are erased.
grant delete on record.notices to linli_command;
