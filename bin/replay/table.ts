import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'

const share = (part: number, whole: number) => (whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`)

/** What became of the cases of a replay: counted in the record, not by the client. Limits count by the calendar of their day. */
export async function tableOf(database: Database, district: string, ids: readonly string[]): Promise<string[]> {
  return within(database, { as: 'owner', district }, async (connection) => {
    const list = [...ids]
    const one = async <Row>(query: ReturnType<typeof sql<Row>>): Promise<Row> => {
      const { rows } = await query.execute(connection)
      const [row] = rows
      if (!row) throw new Error('a count gave no row')
      return row
    }
    const cases = await one(sql<{ received: number; ownLead: number; categories: number }>`
      select count(*)::integer as received, count(distinct category)::integer as categories,
        count(*) filter (where lead is not null)::integer as "ownLead"
      from cases.cases where district = ${district} and id = any (${list})`)
    const states = await sql<{ state: string; count: number }>`
      select state, count(*)::integer as count from cases.cases where district = ${district} and id = any (${list}) group by state order by count desc`.execute(
      connection,
    )
    const limits = await sql<{ step: string; ended: number; met: number }>`
      select step, count(*)::integer as ended, count(*) filter (where ended_at <= due_at)::integer as met
      from flow.limits where district = ${district} and item = any (${list}) and ended_at is not null and step in ('accept', 'resolve', 'contact') group by step`.execute(
      connection,
    )
    const calls = await one(sql<{
      over: number
      upwards: number
      extended: number
      reopened: number
      rated: number
      solved: number
    }>`
      select count(distinct item) filter (where command = 'alert')::integer as over,
        count(*) filter (where command = 'alert')::integer - count(distinct item) filter (where command = 'alert')::integer as upwards,
        count(*) filter (where command = 'grantExtension')::integer as extended,
        count(*) filter (where command = 'rate' and body like '%"solved":false%')::integer as reopened,
        count(distinct item) filter (where command = 'rate')::integer as rated,
        count(*) filter (where command = 'rate' and body like '%"solved":true%')::integer as solved
      from record.events where district = ${district} and item = any (${list})`)
    const candidates = await one(sql<{ count: number }>`
      select count(*)::integer as count from cases.cases c where c.district = ${district} and c.id = any (${list}) and exists (
        select 1 from cases.cases o where o.district = c.district and o.category = c.category and o.community = c.community
          and o.id <> c.id and o.reported_at < c.reported_at and o.reported_at > c.reported_at - interval '30 days')`)
    const met = (step: string) => limits.rows.find((row) => row.step === step) ?? { ended: 0, met: 0 }
    const line = (what: string, count: number | string, of = '') => `  ${what.padEnd(46)}${String(count).padStart(8)}  ${of}`
    const { received } = cases
    return [
      line('received', received),
      line(
        'routed by category (words alone) to a lead',
        cases.ownLead,
        `${share(cases.ownLead, received)}, over ${cases.categories} categories`,
      ),
      line('accepted in time', met('accept').met, share(met('accept').met, met('accept').ended)),
      line(
        'contacted in time',
        met('contact').met,
        `${share(met('contact').met, met('contact').ended)} of ${met('contact').ended}`,
      ),
      line(
        'resolved in time (each round, extensions granted)',
        met('resolve').met,
        `${share(met('resolve').met, met('resolve').ended)} of ${met('resolve').ended}`,
      ),
      line('extensions granted', calls.extended),
      line('went over a limit', calls.over, share(calls.over, received)),
      line('calls to the levels above', calls.upwards),
      line('merge candidates (community, category, 30 days)', candidates.count, share(candidates.count, received)),
      line('rated', calls.rated, share(calls.rated, received)),
      line('ratings "solved" / "not solved"', `${calls.solved}/${calls.reopened}`),
      line('now', states.rows.map(({ state, count }) => `${state} ${count}`).join(', ')),
    ]
  })
}
