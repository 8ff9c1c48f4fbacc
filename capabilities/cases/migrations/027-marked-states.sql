-- A case says among its words that it was declined, withdrawn or merged, as long as it is. Few cases are, and few of what many write are: without it, a search in one of
-- these states went through all months for a page that ten years do not have.
update cases.words w set seen = w.seen || array_to_tsvector(array['s' || c.state])
  from cases.cases c where c.district = w.district and c.id = w.id and c.state in ('declined', 'withdrawn', 'merged') and w.told is not null;

-- As in 024-searches-part-by-part.sql, but for these states, and for what lacks a place, or has another than some; and where the latest months had much more of what is
-- sought than those before, it is asked how rare it is.
do $do$
declare
  becomes text := pg_get_functiondef('cases.found'::regproc);
  change record;
begin
  for change in select * from (values
    ($a$  elsewhere boolean := false; $a$,
      $a$  ends constant jsonb := '["declined", "withdrawn", "merged"]'; -- in which few cases end: they stand in the index
  ended boolean := false; -- only those are sought
  stretch integer; -- so many months were looked through last
  elsewhere boolean := false; $a$),
    ($a$    elsewhere := elsewhere or given."is" in ('party', 'assists', 'had')
      or (given."is" in ('=', 'in') and $a$,
      $a$    if given."column" = 'state' and given.value <@ ends then
      ended := true;
      select string_agg(cases.lexeme('s', state), ' | ') into part
        from jsonb_array_elements_text(case jsonb_typeof(given.value) when 'array' then given.value else jsonb_build_array(given.value) end) state;
    end if;
    elsewhere := elsewhere or given."is" in ('party', 'assists', 'had', 'none', 'but')
      or (given."is" in ('=', 'in') and part is null and $a$),
    ($a$    elsif given."is" = 'in' then
$a$, $a$    elsif given."is" = 'none' then
      listing := listing || format(' and c.%I is null', given."column");
    elsif given."is" = 'but' then
      listing := listing || format(' and (c.%1$I is not null and c.%1$I <> all (%2$L) or c.%1$I is null and %3$L)', given."column",
        array(select code from jsonb_array_elements_text(given.value) code where code <> '-'), not given.value ? '-');
    elsif given."is" = 'in' then
$a$),
    ($a$    if not many and walked = (case when jsonb_array_length(terms) > 3 then 0 else 4 end) and found * 7 < most then$a$,
      $a$    if not many and (walked = (case when ended or jsonb_array_length(terms) > 3 then 0 else 4 end) and found * 7 < most
        or got * walked * 2 < found * stretch) then
      many := true;$a$),
    ($a$    walked := walked + months;
$a$, $a$    walked := walked + months;
    stretch := months;
$a$)) as c (was, is_now) loop
    if strpos(becomes, change.was) = 0 then raise exception 'cases.found reads otherwise than thought: %', change.was; end if;
    becomes := replace(becomes, change.was, change.is_now);
  end loop;
  execute becomes;
end $do$;

-- What has no lead, or lies nowhere: figures lead to these lists.
create index cases_without_lead on cases.cases (district, reported_at desc, id) where lead is null;
create index cases_without_street on cases.cases (district, reported_at desc, id) where street is null;
create index cases_without_community on cases.cases (district, reported_at desc, id) where community is null;

-- It was left to searches that had begun.
drop function cases.hits(text, text, integer);
