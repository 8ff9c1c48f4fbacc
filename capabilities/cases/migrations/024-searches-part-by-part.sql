-- Searches for what many write. A question of one text with its ors and nots is asked of every entry of its most frequent word; asked part by part, all of which a
-- case must have, the index skips from one to the next: a community's month took 31 ms and takes 8, its ten years at once 22.

-- That a case `w` has what a part of a question asks for: by the index of words.
create function cases.has(part text) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$ select format('coalesce(w.told, %L) || w.seen @@ %L::tsquery', '', part) $$;
revoke execute on function cases.has from public;

-- The ids of those that fit, `w`, at most so many. Asked by cases.found alone.
create function cases.fitting(of_district text, fits text, most integer) returns text[] language plpgsql stable
  set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_indexscan = off as $$
declare
  ids text[];
begin
  execute format('select array(select w.id from cases.words w where w.district = %L and %s limit %s)',
    of_district, fits, coalesce(most::text, 'all')) into ids;
  return ids;
end $$;
revoke execute on function cases.fitting from public;

-- What cases are found by that were reported in the months of two moments, or between them.
create function cases.months_of(first timestamp, last timestamp) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$
  select string_agg(cases.lexeme('d', to_char(month, 'YYYYMM')), ' | ')
  from generate_series(date_trunc('month', first), date_trunc('month', last), interval '1 month') month $$;
revoke execute on function cases.months_of from public;

-- As in 020-lists-of-many.sql and 022-stations.sql. What a page finds along the list is kept, and the index asked for the rest.
create or replace function cases.found(of_district text, terms jsonb, conditions jsonb, sort text, after_key text, after_id text, most integer)
returns table (id text) language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_indexscan = on as $$
declare
  everything boolean := coalesce(current_setting('app.everything', true) = 'on', false);
  guards boolean := coalesce(current_setting('app.guards', true) = 'on', false);
  readable boolean := coalesce(current_setting('app.words', true) = 'on', false);
  places text[] := coalesce(nullif(current_setting('app.places', true), ''), '{}')::text[];
  party text := coalesce(nullif(current_setting('app.party', true), ''), '-');
  reporter text := cases.lexeme('m', party);
  follower text := cases.lexeme('f', party);
  open_words text;
  all_words text;
  open_parts text;
  all_parts text;
  question text; -- the whole of it
  whole text; -- as a condition that no index answers
  fits text; -- as conditions that the index answers part by part, and then the whole
  given record;
  part text; -- of the question, by a condition
  fitting text := '';
  beyond text := '';
  order_by text;
  ids text[];
  listed text[];
  list text;
  of_these text; -- of some ids ($1), what was reported before ($2), so many ($3)
  matching text; -- of some ids in their order ($1), those with the words, so many ($2)
  before timestamptz := 'infinity';
  elsewhere boolean := false; -- some condition stands in the cases alone
  rare constant integer := 500;
  many boolean := false; -- of those that fit there are so many
  looked_at integer := 0;
  chunk integer := 200;
  likely boolean;
  until timestamptz := 'infinity';
  earliest timestamp;
  latest timestamp;
  month timestamp;
  months integer := 1;
  walked integer := 0;
  found integer := 0;
  got integer;
begin
  if of_district is distinct from current_setting('app.district', true) or coalesce(jsonb_array_length(terms), 0) = 0 then return; end if;
  with one as (
    select number, cases.lexeme('o', t.value->>'word') || case when (t.value->>'starts')::boolean then ':*' else '' end
      || coalesce((select string_agg(' | ' || cases.lexeme('c', code), '') from jsonb_array_elements_text(t.value->'categories') code), '') as open,
      cases.lexeme('t', t.value->>'told') as told
    from jsonb_array_elements(terms) with ordinality t (value, number))
  select string_agg('(' || open || ')', ' & '), string_agg('(' || open || ' | ' || told || ')', ' & '),
    string_agg(cases.has(open), ' and '), string_agg(cases.has(open || ' | ' || told), ' and ')
    into open_words, all_words, open_parts, all_parts from one;

  if everything then
    -- Those who oversee find by what others wrote only what they reported themselves.
    question := case when readable then format('(%s | %s & (!%s | %s))', open_words, all_words, follower, reporter)
      else format('(%s | %s & %s)', open_words, all_words, reporter) end;
    fits := case when readable then all_parts else format('(%s or %s and %s)', open_parts, all_parts, cases.has(reporter)) end;
    if not guards then question := question || ' & !x'; end if;
  else
    select format('((%1$s) & %2$s | (%3$s) & %4$s)',
      concat_ws(' | ', string_agg(cases.lexeme('u', unit), ' | '), cases.lexeme('p', party)), open_words,
      concat_ws(' | ', '(' || string_agg(cases.lexeme('r', unit), ' | ') || ') & !' || follower, reporter), all_words)
      into question from unnest(places) unit;
    -- Those who see a case and may not read it are few.
    fits := cases.has(concat_ws(' | ', (select string_agg(cases.lexeme('u', unit), ' | ') from unnest(places) unit), cases.lexeme('p', party))) || ' and ' || all_parts;
  end if;

  -- Some conditions the index answers along with the words: they stand in both.
  for given in select * from jsonb_to_recordset(conditions) as r ("column" text, "is" text, value jsonb) loop
    part := null;
    elsewhere := elsewhere or given."is" in ('party', 'assists', 'had')
      or (given."is" in ('=', 'in') and given."column" in ('state', 'urgency', 'asked', 'station', 'holder_role', 'holder_unit'));
    if given."is" = 'party' then
      fitting := fitting || format(' and exists (select from cases.followers f where f.district = c.district and f.id = c.id and f.party = %L)', party);
    elsif given."is" = 'assists' then
      fitting := fitting || format(' and exists (select from cases.seers s where s.district = c.district and s.id = c.id and s.unit = %L)', given.value #>> '{}');
    elsif given."is" = 'had' then
      fitting := fitting || case given.value #>> '{}' when 'return' then ' and c.returned' when 'extension' then ' and c.extended' else ' and false' end;
    elsif given."is" = 'leads' then
      fitting := fitting || format(' and (c.lead = %1$L or (c.holder_role = %2$L and c.holder_unit = %1$L))', given.value->>'unit', given.value->>'role');
      part := cases.lexeme('u', given.value->>'unit');
    elsif given."is" = 'limited' then
      fitting := fitting || case when given.value::boolean then ' and c.due_at is not null' else ' and c.due_at is null' end;
    elsif given."column" <> all (array['state', 'category', 'lead', 'street', 'community', 'grid2', 'grid3', 'urgency', 'number', 'station', 'asked',
        'holder_role', 'holder_unit', 'reported_at', 'due_at', 'yellow_at', 'call_until']) then
      raise exception 'cases are not found by %', given."column";
    elsif given."is" = 'in' then
      fitting := fitting || format(' and c.%I = any (%L)', given."column", array(select jsonb_array_elements_text(given.value)));
      if given."column" = 'category' and jsonb_array_length(given.value) > 0 then
        select string_agg(cases.lexeme('c', code), ' | ') into part from jsonb_array_elements_text(given.value) code;
      end if;
    elsif given."is" in ('=', '<', '>=') and given.value <> 'null' then
      if given."is" = '<' and given."column" = 'reported_at' then until := (given.value #>> '{}')::timestamptz; end if;
      fitting := fitting || format(' and c.%I %s %L', given."column", given."is", given.value #>> '{}');
      if given."is" = '=' and given."column" = 'category' then part := cases.lexeme('c', given.value #>> '{}'); end if;
      if given."is" = '=' and given."column" in ('lead', 'street', 'community', 'grid2', 'grid3') then part := cases.lexeme('u', given.value #>> '{}'); end if;
    else
      raise exception 'cases are not found by such a condition: %', given;
    end if;
    if part is not null then
      question := format('%s & (%s)', question, part);
      fits := fits || ' and ' || cases.has(part);
    end if;
  end loop;
  -- In another order than the index has it, so that it is asked only of what the parts have left.
  whole := format(' and (w.seen || coalesce(w.told, %L)) @@ %L::tsquery', '', question);
  fits := fits || whole;
  matching := format('select w.id from unnest($1) with ordinality as given (id, place) join cases.words w on w.district = %L and w.id = given.id', of_district)
    || whole || ' order by given.place limit $2';
  list := format('select c.id from cases.cases c where c.district = %L', of_district) || fitting;
  select c.reported_at at time zone 'Asia/Shanghai' into latest from cases.cases c
    where c.district = of_district and c.reported_at <= until order by c.reported_at desc limit 1;

  loop
    if after_id is not null then
      beyond := format(case sort when 'due' then ' and (c.due_at, c.id) > (%L::timestamptz, %L)' else ' and (c.reported_at, c.id) < (%L::timestamptz, %L)' end,
        after_key, after_id);
    end if;
    order_by := case sort when 'due' then ' and c.due_at is not null' || beyond || ' order by c.due_at, c.id'
      else beyond || ' order by c.reported_at desc, c.id desc' end;
    of_these := list || ' and c.id = any ($1) and c.reported_at < $2' || order_by || ' limit $3';
    -- Those that a limit runs on are few, and conditions that the index of words knows nothing of may be rarer than the words: then the list
    -- that they make is looked through, as long as it is likely to fill a page soon, or has less than the words have in the same time.
    exit when not (sort = 'due' or elsewhere);
    likely := looked_at < 2000 or (most - found) * looked_at <= found * 6000;
    if not many and looked_at > 0 and (found = 0 or not likely) then
      ids := cases.fitting(of_district, fits, rare);
      if cardinality(ids) < rare then
        return query execute of_these using ids, before, most - found;
        return;
      end if;
      many := true;
    end if;
    exit when looked_at = 2000 and not likely and case sort when 'due' then true
      else cardinality(cases.fitting(of_district, cases.has(cases.months_of(after_key::timestamptz at time zone 'Asia/Shanghai', latest)) || ' and ' || fits, looked_at)) < looked_at end;
    execute format('select array(%s limit %s)', list || order_by, chunk) into listed;
    return query execute matching using listed, most - found;
    get diagnostics got = row_count;
    found := found + got;
    if found >= most or cardinality(listed) < chunk then return; end if;
    looked_at := looked_at + chunk;
    chunk := case looked_at when 200 then 800 else 1000 end;
    select case sort when 'due' then c.due_at else c.reported_at end, c.id into after_key, after_id
      from cases.cases c where c.district = of_district and c.id = listed[cardinality(listed)];
  end loop;
  most := most - found;
  found := 0;

  if sort = 'due' then
    return query execute format('select c.id from cases.words w join cases.cases c on c.district = w.district and c.id = w.id
      where w.district = %1$L and c.district = %1$L and ', of_district) || fits || fitting || order_by || format(' limit %s', most);
    return;
  end if;
  -- All others month by month, from the latest on: of words that many write a few months are enough. Where those have few, and of whole
  -- sentences, no estimate tells what nobody wrote from what one in a hundred did; the index does, and what is rare is sorted.
  select c.reported_at at time zone 'Asia/Shanghai' into earliest from cases.cases c where c.district = of_district order by c.reported_at limit 1;
  select c.reported_at at time zone 'Asia/Shanghai' into month from cases.cases c
    where c.district = of_district and c.reported_at <= least(after_key::timestamptz, until) order by c.reported_at desc limit 1;
  while most > 0 and month >= date_trunc('month', earliest) loop
    before := (date_trunc('month', month) + interval '1 month') at time zone 'Asia/Shanghai';
    if not many and walked = (case when jsonb_array_length(terms) > 3 then 0 else 4 end) and found * 7 < most then
      ids := cases.fitting(of_district, fits, rare);
      if cardinality(ids) < rare then
        return query execute of_these using ids, before, most;
        return;
      end if;
    end if;
    ids := cases.fitting(of_district, cases.has(cases.months_of(month - make_interval(months => months - 1), month)) || ' and ' || fits, null);
    return query execute of_these using ids, before, most;
    get diagnostics got = row_count;
    most := most - got;
    found := found + got;
    walked := walked + months;
    month := date_trunc('month', month) - make_interval(months => months);
    months := least(case walked when 1 then 3 else walked end, 24);
  end loop;
end $$;

drop function cases.hits;
