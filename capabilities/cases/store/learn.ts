import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import type { Past } from '../catalogue/past.ts'
import { toldBy } from '../search/lexemes.ts'
import { tokensOf } from '../search/tokens.ts'
import type { Learnt } from '../suggesting.ts'

/** So many of the latest cases are learnt from. */
const most = 20_000
/** What fewer people said is not kept: it may be somebody's name, and tells little. */
const fewest = 3

/**
 * Learns what past cases were from the keyed hashes by which they are found: nobody's words are opened for it, and none could be
 * read from what is learnt. Fewer cases than `least` teach nothing. A case that was handled has the category that people gave it. Kept in memory, a process for itself.
 */
export function learner(database: Database, ring: Keyring, least = 200) {
  const told = toldBy(ring)
  const learnt = new Map<string, Learnt>()
  return {
    of: (district: string): Learnt | undefined => learnt.get(district),
    async learn(district: string): Promise<void> {
      const past = await within(database, { as: 'owner', district }, async (connection): Promise<Past | undefined> => {
        const latest = sql`select c.id, c.category, c.reporter from cases.cases c where c.district = ${district} and not c.hidden
          and c.state in ('dispatched', 'handling', 'verifying', 'resolved', 'closed') order by c.reported_at desc, c.id desc limit ${sql.lit(most)}`
        const classes = await sql<{ category: string; cases: number }>`
          select category, count(*)::integer as cases from (${latest}) latest group by category`.execute(connection)
        if (classes.rows.reduce((sum, { cases }) => sum + cases, 0) < least) return undefined
        const features = await sql<{ category: string; feature: string; cases: number }>`
          with latest as (${latest}),
            said as (select latest.category, latest.reporter, feature from latest join cases.words w on w.district = ${district} and w.id = latest.id,
              unnest(tsvector_to_array(w.told)) feature),
            common as (select feature from said group by feature having count(distinct reporter) >= ${sql.lit(fewest)})
          select category, feature, count(*)::integer as cases from said join common using (feature) group by category, feature`.execute(
          connection,
        )
        const past: Past = { classes: {} }
        for (const { category, cases } of classes.rows) past.classes[category] = { categories: [category], cases, features: {} }
        for (const { category, feature, cases } of features.rows) {
          const one = past.classes[category]
          if (one) one.features[feature] = cases
        }
        return past
      })
      if (!past) return
      const features = (text: string) => [...tokensOf(text.slice(0, 2000))].map((token) => `t${told(district, token)}`)
      learnt.set(district, { past, features })
    },
  }
}
export type Learner = ReturnType<typeof learner>
