-- Until when a reporter may be called back about a case, where they are to be: the callers' list goes by it, however long the case took.
alter table cases.cases add column call_until timestamptz;
update cases.cases set call_until = coalesce(closed_at, (item->>'closesAt')::timestamptz) + interval '720 hours' where asked = 'callBack';
create index cases_to_call on cases.cases (district, call_until, id) where call_until is not null;

-- Searching in that list: the conditions that 004-words.sql knows, and this one.
do $$
declare
  was text := pg_get_functiondef('cases.found'::regproc);
  becomes text := replace(was, $a$'yellow_at']$a$, $a$'yellow_at', 'call_until']$a$);
begin
  if was = becomes then raise exception 'cases.found knows its conditions otherwise than thought'; end if;
  execute becomes;
end $$;
