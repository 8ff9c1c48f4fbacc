-- Lists among millions of cases. By when they run out, only those that a limit runs on have an order: the others follow, the newest first.
drop index cases.cases_by_due;
create index cases_by_due on cases.cases (district, due_at, id) where due_at is not null;
create index cases_of_category on cases.cases (district, category, reported_at desc, id);
create index cases_urgent on cases.cases (district, reported_at desc, id) where urgency = 'urgent';
-- What is not over is little, however much ever was.
create index cases_unsettled on cases.cases (district, id)
  where state in ('reported', 'accepted', 'triage', 'dispatched', 'handling', 'suspended', 'ledger', 'verifying', 'contested', 'resolved', 'appealed');

-- What was returned or extended in whatever round, as columns: the planner knows how few they are. (An extension in a round before this
-- column, of a case that was reopened since, is forgotten with its next change.)
alter table cases.cases add column returned boolean not null default false, add column extended boolean not null default false;
update cases.cases set returned = true where (item->>'returns')::integer > 0;
update cases.cases c set extended = true
  from (select distinct district, item from flow.limits where step = 'resolve' and cause->>'zh' like '延期 %') l
  where l.district = c.district and l.item = c.id;
drop index cases.cases_returned;
drop index flow.limits_extended;
create index cases_returned on cases.cases (district, reported_at desc, id) where returned;
create index cases_extended on cases.cases (district, reported_at desc, id) where extended;

-- Cases are also found by the month in which they were reported (d202611), so that a search begins with the latest.
update cases.words w set seen = w.seen || array_to_tsvector(array['d' || (extract(year from c.reported_at at time zone 'Asia/Shanghai') * 100
    + extract(month from c.reported_at at time zone 'Asia/Shanghai'))::integer::text])
  from cases.cases c where c.district = w.district and c.id = w.id and w.told is not null;

-- What was written last waits outside of the index's order, and every search reads all of that: it is kept short.
alter index cases.words_found set (gin_pending_list_limit = 256);

-- The ids that the index has for a question, at most so many. Asked by cases.found alone.
create function cases.hits(of_district text, question text, most integer) returns text[] language plpgsql stable
  set search_path = pg_catalog, pg_temp set enable_seqscan = off set enable_indexscan = off as $$
declare
  hits text[];
begin
  execute format('select array(select w.id from cases.words w where w.district = %L and coalesce(w.told, %L) || w.seen @@ %L::tsquery limit %s)',
    of_district, '', question, coalesce(most::text, 'all')) into hits;
  return hits;
end $$;
revoke execute on function cases.hits from public;

-- As in 004-words.sql, in the order of one part of a list: `due`, which has those alone that a limit runs on, or `newest`.
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
  question text;
  given record;
  fitting text := '';
  beyond text := '';
  order_by text;
  hits text[];
  listed text[];
  list text;
  of_these text; -- of some ids ($1), what was reported before ($2), so many ($3)
  matching text; -- of some ids in their order ($1), those with the words, so many ($2)
  before timestamptz := 'infinity';
  rare constant integer := 500;
  elsewhere boolean := false; -- some condition stands in the cases alone
  looked_at constant integer := 2000;
  until timestamptz := 'infinity';
  earliest timestamp;
  month timestamp;
  months integer := 1;
  walked integer := 0;
  found integer := 0;
  span text;
  got integer;
begin
  if of_district is distinct from current_setting('app.district', true) or coalesce(jsonb_array_length(terms), 0) = 0 then return; end if;
  with one as (
    select number, cases.lexeme('o', t.value->>'word') || case when (t.value->>'starts')::boolean then ':*' else '' end
      || coalesce((select string_agg(' | ' || cases.lexeme('c', code), '') from jsonb_array_elements_text(t.value->'categories') code), '') as open,
      cases.lexeme('t', t.value->>'told') as told
    from jsonb_array_elements(terms) with ordinality t (value, number))
  select string_agg('(' || open || ')', ' & '), string_agg('(' || open || ' | ' || told || ')', ' & ') into open_words, all_words from one;

  if everything then
    -- Those who oversee find by what others wrote only what they reported themselves.
    question := case when readable then format('(%s | %s & (!%s | %s))', open_words, all_words, follower, reporter)
      else format('(%s | %s & %s)', open_words, all_words, reporter) end;
    if not guards then question := question || ' & !x'; end if;
  else
    select format('((%1$s) & %2$s | (%3$s) & %4$s)',
      concat_ws(' | ', string_agg(cases.lexeme('u', unit), ' | '), cases.lexeme('p', party)), open_words,
      concat_ws(' | ', '(' || string_agg(cases.lexeme('r', unit), ' | ') || ') & !' || follower, reporter), all_words)
      into question from unnest(places) unit;
  end if;

  -- Some conditions the index answers along with the words: they stand in both.
  for given in select * from jsonb_to_recordset(conditions) as r ("column" text, "is" text, value jsonb) loop
    elsewhere := elsewhere or given."is" in ('party', 'assists', 'had')
      or (given."is" in ('=', 'in') and given."column" in ('state', 'urgency', 'asked', 'holder_role', 'holder_unit'));
    if given."is" = 'party' then
      fitting := fitting || format(' and exists (select from cases.followers f where f.district = c.district and f.id = c.id and f.party = %L)', party);
    elsif given."is" = 'assists' then
      fitting := fitting || format(' and exists (select from cases.seers s where s.district = c.district and s.id = c.id and s.unit = %L)', given.value #>> '{}');
    elsif given."is" = 'had' then
      fitting := fitting || case given.value #>> '{}' when 'return' then ' and c.returned' when 'extension' then ' and c.extended' else ' and false' end;
    elsif given."is" = 'leads' then
      fitting := fitting || format(' and (c.lead = %1$L or (c.holder_role = %2$L and c.holder_unit = %1$L))', given.value->>'unit', given.value->>'role');
      question := question || ' & ' || cases.lexeme('u', given.value->>'unit');
    elsif given."is" = 'limited' then
      fitting := fitting || case when given.value::boolean then ' and c.due_at is not null' else ' and c.due_at is null' end;
    elsif given."column" <> all (array['state', 'category', 'lead', 'street', 'community', 'grid2', 'grid3', 'urgency', 'number', 'asked',
        'holder_role', 'holder_unit', 'reported_at', 'due_at', 'yellow_at', 'call_until']) then
      raise exception 'cases are not found by %', given."column";
    elsif given."is" = 'in' then
      fitting := fitting || format(' and c.%I = any (%L)', given."column", array(select jsonb_array_elements_text(given.value)));
      if given."column" = 'category' and jsonb_array_length(given.value) > 0 then
        question := question || (select ' & (' || string_agg(cases.lexeme('c', code), ' | ') || ')' from jsonb_array_elements_text(given.value) code);
      end if;
    elsif given."is" in ('=', '<', '>=') and given.value <> 'null' then
      if given."is" = '<' and given."column" = 'reported_at' then until := (given.value #>> '{}')::timestamptz; end if;
      fitting := fitting || format(' and c.%I %s %L', given."column", given."is", given.value #>> '{}');
      if given."is" = '=' and given."column" = 'category' then question := question || ' & ' || cases.lexeme('c', given.value #>> '{}'); end if;
      if given."is" = '=' and given."column" in ('lead', 'street', 'community', 'grid2', 'grid3') then
        question := question || ' & ' || cases.lexeme('u', given.value #>> '{}');
      end if;
    else
      raise exception 'cases are not found by such a condition: %', given;
    end if;
  end loop;
  if after_id is not null then
    beyond := format(case sort when 'due' then ' and (c.due_at, c.id) > (%L::timestamptz, %L)' else ' and (c.reported_at, c.id) < (%L::timestamptz, %L)' end,
      after_key, after_id);
  end if;
  matching := format('select w.id from unnest($1) with ordinality as given (id, place) join cases.words w on w.district = %1$L and w.id = given.id
    and coalesce(w.told, %3$L) || w.seen @@ %2$L::tsquery order by given.place limit $2', of_district, question, '');
  order_by := case sort when 'due' then ' and c.due_at is not null' || beyond || ' order by c.due_at, c.id'
    else beyond || ' order by c.reported_at desc, c.id desc' end;

  list := format('select c.id from cases.cases c where c.district = %L', of_district) || fitting;
  of_these := list || ' and c.id = any ($1) and c.reported_at < $2' || order_by || ' limit $3';

  -- Those that a limit runs on are few, and conditions that the index of words knows nothing of may be rarer than the words: then the list
  -- that they make is looked through.
  if sort = 'due' or elsewhere then
    execute format('select array(%s limit %s)', list || order_by, looked_at) into listed;
    if cardinality(listed) < looked_at then
      return query execute matching using listed, most;
      return;
    end if;
  end if;
  if sort = 'due' then
    hits := cases.hits(of_district, question, rare);
    if cardinality(hits) < rare then
      return query execute of_these using hits, before, most;
      return;
    end if;
    return query execute format('select c.id from cases.words w join cases.cases c on c.district = w.district and c.id = w.id
      where w.district = %1$L and c.district = %1$L and coalesce(w.told, %3$L) || w.seen @@ %2$L::tsquery', of_district, question, '')
      || fitting || order_by || format(' limit %s', most);
    return;
  end if;
  -- All others month by month, from the latest on: of words that many write a few months are enough. Where those have few, and of whole
  -- sentences, no estimate tells what nobody wrote from what one in a hundred did; the index does, and what is rare is sorted.
  select c.reported_at at time zone 'Asia/Shanghai' into earliest from cases.cases c where c.district = of_district order by c.reported_at limit 1;
  select c.reported_at at time zone 'Asia/Shanghai' into month from cases.cases c
    where c.district = of_district and c.reported_at <= least(after_key::timestamptz, until) order by c.reported_at desc limit 1;
  while most > 0 and month >= date_trunc('month', earliest) loop
    before := (date_trunc('month', month) + interval '1 month') at time zone 'Asia/Shanghai';
    if walked = (case when jsonb_array_length(terms) > 3 then 0 else 4 end) and found * 7 < most then
      hits := cases.hits(of_district, question, rare);
      if cardinality(hits) < rare then
        return query execute of_these using hits, before, most;
        return;
      end if;
    end if;
    select string_agg(cases.lexeme('d', to_char(m, 'YYYYMM')), ' | ') into span
      from generate_series(date_trunc('month', month) - make_interval(months => months - 1), date_trunc('month', month), interval '1 month') m;
    hits := cases.hits(of_district, format('%s & (%s)', question, span), null);
    return query execute of_these using hits, before, most;
    get diagnostics got = row_count;
    most := most - got;
    found := found + got;
    walked := walked + months;
    month := date_trunc('month', month) - make_interval(months => months);
    months := least(case walked when 1 then 3 else walked end, 24);
  end loop;
end $$;
