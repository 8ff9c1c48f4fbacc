-- What cases are found by. The working roles cannot read it: a reader asks cases.found. Each lexeme's first letter says what it
-- is (search/lexemes.ts): o, c words and category that all see who see the case; t keyed hashes of the reporter's own words;
-- u, p the units and people who see it; r, m those of them who read the reporter's words; f followers; x protected.
create table cases.words (
  district text not null,
  id text not null,
  told tsvector, -- of the reporter's words; null until a case of before this table was read
  seen tsvector not null, -- the rest; follows from the case
  primary key (district, id)
);
create index words_found on cases.words using gin (district, (coalesce(told, '') || seen));
create index words_to_fill on cases.words (district, id) where told is null;
insert into cases.words (district, id, seen) select district, id, '' from cases.cases;

alter table cases.words enable row level security;
create policy by_district on cases.words to linli_command using (district = app.district()) with check (district = app.district());
grant insert, update (told, seen), select (district, id) on cases.words to linli_command;

create function cases.lexeme(letter text, word text) returns text language sql immutable strict parallel safe
  set search_path = pg_catalog, pg_temp
  as $$ select '''' || replace(replace(letter || word, '\', '\\'), '''', '''''') || '''' $$;

-- The ids of one page of the cases that whoever reads may see and find by all of the terms (word, starts, told, categories),
-- under the conditions of a list (column, is, value), in its order, beyond its cursor. Who reads comes from the settings of the
-- transaction, so that no caller can ask for somebody else; it is a part of the question that the index answers, and the limit
-- comes last. It runs as the owner: under row-level security no index would serve `@@`; on Citus where the rows are, by its first
-- argument (kernel/database/distribute.ts), since a coordinator asks its workers as the role of the transaction.
create function cases.found(of_district text, terms jsonb, conditions jsonb, sort text, after_key text, after_id text, most integer)
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
  hits text[];
  rare constant integer := 2000;
  statement text;
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

  -- No estimate tells a word that nobody wrote from one that a hundredth wrote; the index does. What is rare is sorted; of what is
  -- frequent the list is walked in its order, or found by the index, as the planner finds cheaper.
  perform set_config('enable_indexscan', 'off', true);
  execute format('select array(select w.id from cases.words w where w.district = %L and coalesce(w.told, %L) || w.seen @@ %L::tsquery limit %s)',
    of_district, '', question, rare) into hits;
  perform set_config('enable_indexscan', 'on', true);
  statement := case when cardinality(hits) < rare
    then format('select c.id from cases.cases c where c.district = %L and c.id = any (%L)', of_district, hits)
    else format('select c.id from cases.words w join cases.cases c on c.district = w.district and c.id = w.id
      where w.district = %1$L and c.district = %1$L and coalesce(w.told, %3$L) || w.seen @@ %2$L::tsquery', of_district, question, '') end;
  for given in select * from jsonb_to_recordset(conditions) as r ("column" text, "is" text, value jsonb) loop
    if given."is" = 'party' then
      statement := statement || format(' and exists (select from cases.followers f where f.district = c.district and f.id = c.id and f.party = %L)', party);
    elsif given."is" = 'assists' then
      statement := statement || format(' and exists (select from cases.seers s where s.district = c.district and s.id = c.id and s.unit = %L)', given.value #>> '{}');
    elsif given."is" = 'leads' then
      statement := statement || format(' and (c.lead = %1$L or (c.holder_role = %2$L and c.holder_unit = %1$L))', given.value->>'unit', given.value->>'role');
    elsif given."column" <> all (array['state', 'category', 'lead', 'street', 'community', 'grid2', 'grid3', 'urgency', 'number', 'asked',
        'holder_role', 'holder_unit', 'reported_at', 'due_at', 'yellow_at']) then
      raise exception 'cases are not found by %', given."column";
    elsif given."is" = 'in' then
      statement := statement || format(' and c.%I = any (%L)', given."column", array(select jsonb_array_elements_text(given.value)));
    elsif given."is" in ('=', '<', '>=') and given.value <> 'null' then
      statement := statement || format(' and c.%I %s %L', given."column", given."is", given.value #>> '{}');
    else
      raise exception 'cases are not found by such a condition: %', given;
    end if;
  end loop;
  if sort = 'due' then
    if after_id is not null then
      statement := statement || format(' and (coalesce(c.due_at, ''infinity''), c.id) > (%L::timestamptz, %L)', after_key, after_id);
    end if;
    statement := statement || ' order by c.due_at asc nulls last, c.id asc';
  else
    if after_id is not null then
      statement := statement || format(' and (c.reported_at, c.id) < (%L::timestamptz, %L)', after_key, after_id);
    end if;
    statement := statement || ' order by c.reported_at desc, c.id desc';
  end if;
  return query execute statement || format(' limit %s', most);
end $$;
revoke execute on function cases.found from public;
grant execute on function cases.found to linli_read;
