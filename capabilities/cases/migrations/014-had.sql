-- Searching among what was returned or extended at some time: the conditions that 004-words.sql and 011-calls.sql know, and this one.
do $$
declare
  was text := pg_get_functiondef('cases.found'::regproc);
  becomes text := replace(was, $a$elsif given."is" = 'leads' then$a$, $a$elsif given."is" = 'had' then
      statement := statement || case given.value #>> '{}'
        when 'return' then ' and (c.item->>''returns'')::integer > 0'
        when 'extension' then ' and exists (select from flow.limits l where l.district = c.district and l.item = c.id
          and l.step = ''resolve'' and l.cause->>''zh'' like ''延期 %'')'
        else ' and false' end;
    elsif given."is" = 'leads' then$a$);
begin
  if was = becomes then raise exception 'cases.found knows its conditions otherwise than thought'; end if;
  execute becomes;
end $$;
