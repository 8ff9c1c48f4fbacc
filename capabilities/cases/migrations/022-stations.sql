-- The station that a case is about, where it is about one: its page lists what residents said of it.
alter table cases.cases add column station text;
create index cases_of_station on cases.cases (district, station, reported_at desc, id) where station is not null;

-- Searching among what was said of one station: a condition of the cases alone, which the index of words knows nothing of.
do $$
declare
  was text := pg_get_functiondef('cases.found'::regproc);
  becomes text := replace(replace(was, $a$'urgency', 'number', 'asked',$a$, $a$'urgency', 'number', 'station', 'asked',$a$),
    $a$in ('state', 'urgency', 'asked', 'holder_role', 'holder_unit'))$a$, $a$in ('state', 'urgency', 'asked', 'station', 'holder_role', 'holder_unit'))$a$);
begin
  if was = becomes then raise exception 'cases.found knows its conditions otherwise than thought'; end if;
  execute becomes;
end $$;
