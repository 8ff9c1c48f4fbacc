-- The same question as before, asked so that nothing is estimated of its answer: taken for rare, which it never is in the lists
-- that ask it, it made the planner read a whole table for the fifty latest rows.
create or replace function app.sees(places text[], parties text[]) returns boolean language sql stable parallel safe
  as $$ select case when current_setting('app.everything', true) = 'on' then true
     else places && coalesce(nullif(current_setting('app.places', true), ''), '{}')::text[]
       or current_setting('app.party', true) = any (parties) end $$;
