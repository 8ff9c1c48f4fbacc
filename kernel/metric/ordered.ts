import { type RawBuilder, sql } from 'kysely'

/** Shorter arrays of a group are joined into one first: to sample them saves nothing. */
const few = 16

/**
 * What lies at a share of the numbers of each group, of finite ones to the bit what `percentile_cont` gives, and how many they are, nulls left out: of `parts`, a
 * select of `grp` and `given`, which are arrays in order, as a select of `grp`, `value` and `number`.
 *
 * Not all of a year's numbers are put in order. Of each array every so many-th is taken, which stands for those from it to the next: so for each of these it is
 * known how many numbers there are up to it, but for the rest of a step in each array. Between two of them what is sought must lie, and only what lies there is put in order.
 * With steps of the root of an array's length, both are about as many.
 */
export const atShare = (share: number, parts: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with arrays as materialized (select grp, array_remove(given, null) as given from (${parts}) given),
    parts as materialized (select grp, given, cardinality(given) as n, floor(sqrt(cardinality(given)))::integer as step
      from (select grp, given from arrays where cardinality(given) >= ${sql.lit(few)}
        union all select grp, array_agg(number order by number) from arrays, unnest(given) number where cardinality(given) < ${sql.lit(few)} group by grp) given),
    totals as (select grp, sum(n)::integer as n, ${sql.lit(share)}::double precision * (sum(n) - 1) as rank, sum(step - 1) as unsure
      from parts group by grp),
    samples as (select grp, given[place] as number, least(step, n - place + 1) as weight from parts, generate_series(1, n, step) place),
    sampled as (select grp, number, sum(weight) over (partition by grp order by number) as most from samples),
    bounds as (select grp, t.n, t.rank, coalesce(max(number) filter (where most <= floor(t.rank)), '-infinity') as above,
        coalesce(min(number) filter (where most - t.unsure > ceil(t.rank)), 'infinity') as up_to
      from totals t join sampled using (grp) group by grp, t.n, t.rank),
    slices as materialized (select grp, width_bucket(above, given) as below, given[width_bucket(above, given) + 1 : width_bucket(up_to, given)] as given
      from parts join bounds using (grp)),
    sought as (select grp, array_agg(number order by number) as given from slices, unnest(given) number group by grp),
    below as (select grp, sum(below)::integer as n from slices group by grp),
    neighbours as (select grp, b.n, b.rank - floor(b.rank) as beyond,
        given[floor(b.rank)::integer - below.n + 1] as before, given[ceil(b.rank)::integer - below.n + 1] as after
      from bounds b join sought using (grp) join below using (grp))
  select grp, before + beyond * (after - before) as value, n as number from neighbours`
