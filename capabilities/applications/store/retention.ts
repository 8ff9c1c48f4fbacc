import { sql } from 'kysely'
import { halfYear, type Rule } from '#kernel/retention/rule.ts'
import { words } from '#kernel/words.ts'

/** What applications keep for so long and no longer. What is published of a station stands in its register. */
export const applicationRules: readonly Rule[] = [
  {
    what: words(
      '驿站申请里的店名、地址、电话、说明（加密）',
      'of applications to become a station whose it is, its address, telephone and what was said of it, encrypted',
    ),
    table: 'vault.secrets',
    days: halfYear,
    from: words('撤回、未同意、公布之日', 'the day on which it was withdrawn, declined or published'),
    why: words('答复询问；公布的另在驿站登记里', 'to answer questions; what is published stands in the register of stations'),
    forget: async (connection, district, before) => {
      const { rows } = await sql`
        delete from vault.secrets where district = ${district} and id in (
          select s.id from applications.applications a join vault.secrets s on s.district = ${district} and s.item = a.id
          where a.district = ${district} and a.state in ('withdrawn', 'declined', 'published')
            and coalesce(a.item->>'withdrawnAt', a.item->>'declinedAt', a.item->>'publishedAt')::timestamptz < ${before.toString()}::timestamptz
          limit 5000)
        returning 1`.execute(connection)
      return { count: rows.length }
    },
  },
]
