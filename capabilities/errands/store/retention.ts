import { sql } from 'kysely'
import { halfYear, type Rule } from '#kernel/retention/rule.ts'
import { words } from '#kernel/words.ts'

/** What errands keep for so long and no longer. Which papers went where stays, with the resident's account only. */
export const errandRules: readonly Rule[] = [
  {
    what: words('办完、撤回、没有接的代办里居民的说明', 'what residents told their helpers, of errands that ended'),
    table: 'vault.secrets',
    days: halfYear,
    from: words('办好、撤回、不接之日', 'the end of the errand'),
    why: words('核对材料交接、处理投诉', 'to settle questions about papers'),
    forget: async (connection, district, before) => {
      const { rows } = await sql`
        delete from vault.secrets where district = ${district} and id in (
          select s.id from errands.errands e join vault.secrets s on s.district = ${district} and s.item = e.id
          where e.district = ${district} and e.ended_at < ${before.toString()}::timestamptz limit 5000)
        returning 1`.execute(connection)
      return { count: rows.length }
    },
  },
]
