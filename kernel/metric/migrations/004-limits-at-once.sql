-- The limits of an item as figures read them: all of one in an array, looked up once for all the figures that are told from it.
create type flow.counted_limit as (
  id text,
  step text,
  round integer,
  due_at timestamptz,
  ended_at timestamptz,
  cause jsonb
);
