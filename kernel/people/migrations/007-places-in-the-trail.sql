-- The trail also has what was changed about units and the calendar, and what was changed about one of them is read by it.
create index changes_about on people.changes (district, subject, id);
