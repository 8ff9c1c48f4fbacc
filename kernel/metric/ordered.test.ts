import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { sql } from 'kysely'
import { testDatabase } from '#testing/database.ts'
import { within } from '../database/within.ts'
import { atShare } from './ordered.ts'

/** Hours that are often the same, in arrays of which some are long, some have none, and some end with nothing known. */
const number = fc.oneof(
  fc.integer({ min: 0, max: 9 }),
  fc.integer({ min: -1e9, max: 1e9 }).map((seconds) => seconds / 3600),
)
const array = fc
  .tuple(fc.array(number, { maxLength: 60 }), fc.constantFrom([], [null]))
  .map(([given, unknown]) => [...given.toSorted((one, other) => one - other), ...unknown])
const parts = fc.array(fc.record({ grp: fc.constantFrom('a', 'b', 'c'), given: array }), { maxLength: 12 })
const share = fc.constantFrom(0, 0.1, 0.5, 0.9, 1)

test('what lies at a share of the numbers of each group is what the database gives that puts all in order', async () => {
  const database = await testDatabase()
  await fc.assert(
    fc.asyncProperty(parts, share, async (all, at) => {
      const given = sql`select grp, array(select jsonb_array_elements_text(given)::double precision) as given
        from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as r (grp text, given jsonb)`
      const [told, rightly] = await within(database, { as: 'owner' }, async (connection) => [
        await sql`select * from (${atShare(at, given)}) told order by grp`.execute(connection),
        await sql`select grp, percentile_cont(${sql.lit(at)}) within group (order by one) as value, count(*)::integer as number
          from (${given}) parts, unnest(given) one where one is not null group by grp order by grp`.execute(connection),
      ])
      assert.deepEqual(told?.rows, rightly?.rows)
    }),
    { numRuns: 200 },
  )
})
