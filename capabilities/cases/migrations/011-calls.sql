-- Until when a reporter may be called back about a case, where they are to be: the callers' list goes by it, however long the case took.
alter table cases.cases add column call_until timestamptz;

-- Row by row: a cluster does not count with times in one statement over all of its shards.
do $$
declare
  one record;
begin
  for one in
    select district, id, coalesce(closed_at, (item->>'closesAt')::timestamptz) as closes from cases.cases where asked = 'callBack'
  loop
    update cases.cases set call_until = one.closes + interval '720 hours' where district = one.district and id = one.id;
  end loop;
end $$;

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
