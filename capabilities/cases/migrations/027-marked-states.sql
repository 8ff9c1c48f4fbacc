-- A case says among its words that it was declined, withdrawn or merged, as long as it is. Few cases are, and few of what many write are: without it, a search in one of
-- these states went through all months for a page that ten years do not have.
update cases.words w set seen = w.seen || array_to_tsvector(array['s' || c.state])
  from cases.cases c where c.district = w.district and c.id = w.id and c.state in ('declined', 'withdrawn', 'merged') and w.told is not null;

do $$
declare
  was text := pg_get_functiondef('cases.found'::regproc);
  becomes text := replace(was, $a$select string_agg(cases.lexeme('c', code), ' | ') into part from jsonb_array_elements_text(given.value) code;
      end if;
$a$, $a$select string_agg(cases.lexeme('c', code), ' | ') into part from jsonb_array_elements_text(given.value) code;
      end if;
      if given."column" = 'state' and jsonb_array_length(given.value) > 0 and given.value <@ '["declined", "withdrawn", "merged"]' then
        select string_agg(cases.lexeme('s', state), ' | ') into part from jsonb_array_elements_text(given.value) state;
      end if;
$a$);
begin
  if was = becomes then raise exception 'cases.found knows its conditions otherwise than thought'; end if;
  execute becomes;
end $$;
