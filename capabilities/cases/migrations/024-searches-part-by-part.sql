-- Searches for what many write. A question of one text with its ors and nots is asked of every entry of its most frequent word; asked part by part, all of which a
-- case must have, the index skips from one to the next: a community's month took 31 ms and takes 8, its ten years at once 22.

-- That a case `w` has what a part of a question asks for: by the index of words.
create function cases.has(part text) returns text language sql immutable
  set search_path = pg_catalog, pg_temp as $$ select format('coalesce(w.told, %L) || w.seen @@ %L::tsquery', '', part) $$;
revoke execute on function cases.has from public;

-- The ids of those, `w`, of which this is so, at most so many. Asked by cases.found alone. (cases.hits is left to searches that have begun.)
create function cases.with_words(of_district text, so text, most integer) returns text[] language plpgsql stable
  set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_indexscan = off as $$
declare
  ids text[];
begin
  execute format('select array(select w.id from cases.words w where w.district = %L and %s limit %s)',
    of_district, so, coalesce(most::text, 'all')) into ids;
  return ids;
end $$;
revoke execute on function cases.with_words from public;

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
  zone constant text := 'Asia/Shanghai';
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
  by_row text; -- the whole of it as a condition that no index answers
  by_index text; -- conditions that the index answers part by part, of which a case that fits has each; and then the whole
  given record;
  part text; -- of the question, by a condition
  listing text := ''; -- the list's conditions
  beyond text := '';
  order_by text;
  ids text[];
  listed text[];
  list text;
  of_these text; -- of some ids ($1), what was reported before ($2), so many ($3)
  matching text; -- of some ids in their order ($1), those with the words, so many ($2)
  before timestamptz := 'infinity';
  elsewhere boolean := false; -- some condition stands in the cases alone
  rare constant integer := 500; -- fewer are all read, and sorted
  many boolean := false; -- there are not fewer
  first_chunk constant integer := 200;
  chunk integer := first_chunk;
  worth constant bigint := 6000; -- so many more are looked at along a list, if that is likely to fill a page
  look_up integer := 2000; -- when so many were looked at, it is asked whether to go on
  looked_at bigint := 0;
  until timestamptz := 'infinity';
  earliest timestamp;
  latest timestamp; -- that may be found
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
    by_index := case when readable then all_parts else format('(%s or %s and %s)', open_parts, all_parts, cases.has(reporter)) end;
    if not guards then question := question || ' & !x'; end if;
  else
    select format('((%1$s) & %2$s | (%3$s) & %4$s)',
      concat_ws(' | ', string_agg(cases.lexeme('u', unit), ' | '), cases.lexeme('p', party)), open_words,
      concat_ws(' | ', '(' || string_agg(cases.lexeme('r', unit), ' | ') || ') & !' || follower, reporter), all_words)
      into question from unnest(places) unit;
    -- Who may read a case sees it (search/lexemes.ts), and those who see it and may not read it are few.
    by_index := cases.has(concat_ws(' | ', (select string_agg(cases.lexeme('u', unit), ' | ') from unnest(places) unit), cases.lexeme('p', party))) || ' and ' || all_parts;
  end if;

  -- Some conditions the index answers along with the words: they stand in both.
  for given in select * from jsonb_to_recordset(conditions) as r ("column" text, "is" text, value jsonb) loop
    part := null;
    elsewhere := elsewhere or given."is" in ('party', 'assists', 'had')
      or (given."is" in ('=', 'in') and given."column" in ('state', 'urgency', 'asked', 'station', 'holder_role', 'holder_unit'));
    if given."is" = 'party' then
      listing := listing || format(' and exists (select from cases.followers f where f.district = c.district and f.id = c.id and f.party = %L)', party);
    elsif given."is" = 'assists' then
      listing := listing || format(' and exists (select from cases.seers s where s.district = c.district and s.id = c.id and s.unit = %L)', given.value #>> '{}');
    elsif given."is" = 'had' then
      listing := listing || case given.value #>> '{}' when 'return' then ' and c.returned' when 'extension' then ' and c.extended' else ' and false' end;
    elsif given."is" = 'leads' then
      listing := listing || format(' and (c.lead = %1$L or (c.holder_role = %2$L and c.holder_unit = %1$L))', given.value->>'unit', given.value->>'role');
      part := cases.lexeme('u', given.value->>'unit');
    elsif given."is" = 'limited' then
      listing := listing || case when given.value::boolean then ' and c.due_at is not null' else ' and c.due_at is null' end;
    elsif given."column" <> all (array['state', 'category', 'lead', 'street', 'community', 'grid2', 'grid3', 'urgency', 'number', 'station', 'asked',
        'holder_role', 'holder_unit', 'reported_at', 'due_at', 'yellow_at', 'call_until']) then
      raise exception 'cases are not found by %', given."column";
    elsif given."is" = 'in' then
      listing := listing || format(' and c.%I = any (%L)', given."column", array(select jsonb_array_elements_text(given.value)));
      if given."column" = 'category' and jsonb_array_length(given.value) > 0 then
        select string_agg(cases.lexeme('c', code), ' | ') into part from jsonb_array_elements_text(given.value) code;
      end if;
    elsif given."is" in ('=', '<', '>=') and given.value <> 'null' then
      if given."is" = '<' and given."column" = 'reported_at' then until := (given.value #>> '{}')::timestamptz; end if;
      listing := listing || format(' and c.%I %s %L', given."column", given."is", given.value #>> '{}');
      if given."is" = '=' and given."column" = 'category' then part := cases.lexeme('c', given.value #>> '{}'); end if;
      if given."is" = '=' and given."column" in ('lead', 'street', 'community', 'grid2', 'grid3') then part := cases.lexeme('u', given.value #>> '{}'); end if;
    else
      raise exception 'cases are not found by such a condition: %', given;
    end if;
    if part is not null then
      question := format('%s & (%s)', question, part);
      by_index := by_index || ' and ' || cases.has(part);
    end if;
  end loop;
  -- In another order than the index has it, so that it is asked only of what the parts have left.
  by_row := format('(w.seen || coalesce(w.told, %L)) @@ %L::tsquery', '', question);
  by_index := by_index || ' and ' || by_row;
  matching := format('select w.id from unnest($1) with ordinality as given (id, place) join cases.words w on w.district = %L and w.id = given.id
    and %s order by given.place limit $2', of_district, by_row);
  list := format('select c.id from cases.cases c where c.district = %L', of_district) || listing;
  if sort = 'newest' then
    select c.reported_at at time zone zone into latest from cases.cases c
      where c.district = of_district and c.reported_at <= least(after_key::timestamptz, until) order by c.reported_at desc limit 1;
    month := latest;
  end if;

  loop
    if after_id is not null then
      beyond := format(case sort when 'due' then ' and (c.due_at, c.id) > (%L::timestamptz, %L)' else ' and (c.reported_at, c.id) < (%L::timestamptz, %L)' end,
        after_key, after_id);
    end if;
    order_by := case sort when 'due' then ' and c.due_at is not null' || beyond || ' order by c.due_at, c.id'
      else beyond || ' order by c.reported_at desc, c.id desc' end;
    of_these := list || ' and c.id = any ($1) and c.reported_at < $2' || order_by || ' limit $3';
    exit when not (sort = 'due' or elsewhere);

    -- Those that a limit runs on are few, and conditions that the index of words knows nothing of may be rarer than the words: then the list
    -- that they make is looked through. Where it has none of the words at first, or too few, the words may be rarer. And it is left, where it is
    -- not likely to fill a page soon, for the months of the words, unless these have more in the same time.
    if not many and (looked_at = first_chunk and found = 0 or looked_at >= look_up and (most - found) * looked_at > found * worth) then
      ids := cases.with_words(of_district, by_index, rare);
      if cardinality(ids) < rare then
        return query execute of_these using ids, before, most - found;
        return;
      end if;
      many := true;
    end if;
    if looked_at >= look_up then
      look_up := look_up * 2;
      exit when (most - found) * looked_at > found * worth and case sort when 'due' then true
        else cardinality(cases.with_words(of_district, cases.has(cases.months_of(month, latest)) || ' and ' || by_index, looked_at::integer)) < looked_at end;
    end if;
    execute format('select array(%s limit %s)', list || order_by, chunk) into listed;
    return query execute matching using listed, most - found;
    get diagnostics got = row_count;
    found := found + got;
    if found >= most or cardinality(listed) < chunk then return; end if;
    looked_at := looked_at + chunk;
    chunk := case looked_at when first_chunk then 1000 - first_chunk else 1000 end;
    select case sort when 'due' then c.due_at else c.reported_at end, c.id, c.reported_at at time zone zone into strict after_key, after_id, month
      from cases.cases c where c.district = of_district and c.id = listed[cardinality(listed)];
  end loop;
  most := most - found;
  found := 0;

  if sort = 'due' then
    return query execute format('select c.id from cases.words w join cases.cases c on c.district = w.district and c.id = w.id
      where w.district = %1$L and c.district = %1$L and ', of_district) || by_index || listing || order_by || format(' limit %s', most);
    return;
  end if;
  -- All others month by month, from the latest on: of words that many write a few months are enough. Where those have few, and of whole
  -- sentences, no estimate tells what nobody wrote from what one in a hundred did; the index does, and what is rare is sorted.
  select c.reported_at at time zone zone into earliest from cases.cases c where c.district = of_district order by c.reported_at limit 1;
  while most > 0 and month >= date_trunc('month', earliest) loop
    before := (date_trunc('month', month) + interval '1 month') at time zone zone;
    if not many and walked = (case when jsonb_array_length(terms) > 3 then 0 else 4 end) and found * 7 < most then
      ids := cases.with_words(of_district, by_index, rare);
      if cardinality(ids) < rare then
        return query execute of_these using ids, before, most;
        return;
      end if;
    end if;
    ids := cases.with_words(of_district, cases.has(cases.months_of(month - make_interval(months => months - 1), month)) || ' and ' || by_index, null);
    return query execute of_these using ids, before, most;
    get diagnostics got = row_count;
    most := most - got;
    found := found + got;
    walked := walked + months;
    month := date_trunc('month', month) - make_interval(months => months);
    months := least(case walked when 1 then 3 else walked end, 24);
  end loop;
end $$;
