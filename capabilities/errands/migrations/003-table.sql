-- The table of errands: by the end of its number, which is that of its id; and by when whoever has it goes on with it.
create index errands_by_number on errands.errands (district, right(id, 8));
create index errands_due on errands.errands (district, (item ->> 'dueAt'), id) where item ? 'dueAt';
