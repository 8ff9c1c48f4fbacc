-- What was resolved before its draw was kept with it was drawn by a number that anybody could reckon: such draws hold no longer. What is
-- called back about for another reason stays. (A cluster updates by functions that always give the same only: no jsonb_build_….)
update cases.cases set asked = null, call_until = null
where asked = 'callBack' and (item->'draw'->>'round')::integer is distinct from round and not (item ? 'outerId')
  and item->'resolution'->>'outcome' is distinct from 'cannot'
  and not (item->'ratings' @> ('[{"round": ' || round::text || ', "party": "' || reporter || '"}]')::jsonb);
