import { sql } from 'kysely'
import { type Rule, twoYears } from '#kernel/retention/rule.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'

/** What visits keep for so long and no longer. That there was one, on which day and for what, stays. */
export const visitRules: readonly Rule[] = [
  {
    what: words('走访里记的话（加密）', 'notes of visits, encrypted'),
    table: 'vault.secrets',
    days: twoYears,
    from: words('走访之日', 'the day of the visit'),
    why: words('下次上门前看一看；一年一次的事也够用', 'to read before the next visit, also of what is done once a year'),
    forget: async (connection, district, before) => {
      const { rows } = await sql`
        delete from vault.secrets where district = ${district} and id in (
          select s.id from visits.visits v join vault.secrets s on s.district = ${district} and s.item = v.id
          where v.district = ${district} and v.on_day <= ${dayOf(before)}::date limit 5000)
        returning 1`.execute(connection)
      return { count: rows.length }
    },
  },
]
