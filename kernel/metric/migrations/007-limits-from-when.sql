-- A time limit as figures look at it, with when it began: one that was counted anew from there takes the place of the one before. It has a
-- type of its own, as a program that runs meanwhile knows the other.
create type flow.timed_limit as (
  id text,
  step text,
  round integer,
  starts_at timestamptz,
  due_at timestamptz,
  ended_at timestamptz,
  cause jsonb
);
