import { type RawBuilder, sql } from 'kysely'
import { writeMany } from '../database/many.ts'
import type { Connection, Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { type KeptBy, keptBy } from './definition.ts'
import { differing, type Kept, oneAtATime } from './keeping.ts'
import { type Countable, type Has, looksIntoLimits, type Measure, moment, named, readFor, tableFor } from './measure.ts'

/** Items that are counted, each with its version: what they come to is kept. */
export type CountedItems = Countable & Required<Pick<Countable, 'item'>>

export const areItems = (of: Countable): of is CountedItems => of.item !== undefined

/** Where and when what is kept has to hold, and by which definition. */
export interface Holding {
  district: string
  by: KeptBy
  now: Temporal.Instant
}

/** That what is kept as `k` of an item holds at a moment. */
export const holdsFor = ({ name, item: { id, version } }: CountedItems, { district, by, now }: Holding): RawBuilder<unknown> =>
  sql`k.district = ${district} and k.source = ${name} and k.item = ${id} and k.version = ${version}
    and k.definition = ${by.definition} and k.since <= ${moment(now)} and k.until >= ${moment(now)}`

/** That nothing is kept of an item that holds; with a condition, nothing for which that is so. */
const notKept = (of: CountedItems, holding: Holding, so: RawBuilder<unknown> = sql`true`): RawBuilder<unknown> =>
  sql`not exists (select from metric.unsettled k where ${holdsFor(of, holding)} and ${so})`

/** That what is kept of an item does not rule out that a measure has some of what is sought. */
export const mayHave = ({ name, of }: Measure, has: Has, holding: Holding): RawBuilder<unknown> =>
  areItems(of) ? notKept(of, holding, sql`not (${has(sql`k.sums`, holding.by.before.get(name) ?? 0)})`) : sql`true`

/** What is kept holds for an hour at most, even where nothing changes: rows may be drawn anew without a command. */
const longest = { hours: 1 }

/** What items come to that are not settled, for all measures, and until when it holds, which depends on time limits alone. */
function rowsOf(measures: readonly Measure[], of: CountedItems, { district, now }: Omit<Holding, 'by'>, ids: readonly string[]) {
  const { id, version } = of.item
  const items = sql`(select ${district}::text as district, i.* from items i) ${sql.id(of.as)}`
  /** What each item comes to in some way, if it comes to anything, under this name. */
  const each = (name: string, kept: RawBuilder<unknown>, joined: RawBuilder<unknown>, where: RawBuilder<unknown>) =>
    sql`left join (select ${id} as item, ${kept} as kept from ${items} ${joined} where ${where} group by 1) ${sql.id(name)} on ${sql.id(name)}.item = i.id`
  const parts = measures.map(({ name, rows }, place) => {
    const counted = rows(moment(now), named(district))
    const { joined = sql``, where = sql`true` } = counted
    const part = `m${place}`
    if (!('sums' in counted)) {
      const numbers = sql`jsonb_agg(${counted.value} order by ${counted.value})`
      return { from: each(part, numbers, joined, where), given: sql`${name}::text, coalesce(${sql.id(part)}.kept, '[]')` }
    }
    const sums = [
      sql`count(*)::integer`,
      ...Object.values(counted.sums).map((sum) => sql`coalesce(sum((${sum})::integer), 0)::integer`),
    ]
    const noughts = sql`array_fill(0, array[${sql.lit(sums.length)}])`
    return {
      from: each(part, sql`array[${sql.join(sums)}]`, joined, where),
      sums: sql`coalesce(${sql.id(part)}.kept, ${noughts})`,
    }
  })
  const passes = sql`join lateral unnest(${sql.id(of.as)}.limits) l on l.due_at >= ${moment(now)}`
  const latest = moment(now.add(longest))
  const looks = looksIntoLimits(measures)
  return sql`with items as (select ${version} as version, ${readFor(measures, of)} from ${tableFor(measures, of, district)}
      where ${of.district} = ${district} and ${id} = any (${ids}::text[]) and ${of.unsettled} offset 0)
    select i.id as item, i.version, least(${looks ? sql`passes.kept, ` : sql``}${latest}) as until,
      ${sql.join([sql`'{}'::integer[]`, ...parts.flatMap(({ sums }) => sums ?? [])], sql` || `)}
      as sums, jsonb_build_object(${sql.join(parts.flatMap(({ given }) => given ?? []))}) as given
    from items i ${sql.join(
      [...parts.map(({ from }) => from), ...(looks ? [each('passes', sql`min(l.due_at)`, passes, sql`true`)] : [])],
      sql` `,
    )}`
}

/** So many items are counted in one transaction. */
const most = 500

/** Works on what is kept of a district's items that are not settled, one at a time. Gives how many it were. */
const alone = async (
  database: Database,
  district: string,
  measures: readonly Measure[],
  work: (connection: Connection, of: CountedItems) => Promise<number>,
): Promise<number> =>
  (await oneAtATime(
    database,
    district,
    measures,
    async (connection, { of }) => (areItems(of) ? work(connection, of) : 0),
    'unsettled',
  )) ?? 0

/**
 * Counts some of the items that are not settled and of which nothing is kept that holds, and keeps what they come to. One at a time does so for a
 * district. Gives how many they were.
 */
export async function keepUnsettled(database: Database, district: string, measures: readonly Measure[], now: Temporal.Instant) {
  const holding = { district, by: keptBy(measures), now }
  return alone(database, district, measures, async (connection, of) => {
    const { rows } = await sql<{ id: string }>`select ${of.item.id} as id from ${of.from}
      where ${of.district} = ${district} and ${of.unsettled} and ${notKept(of, holding)} limit ${most}`.execute(connection)
    if (rows.length === 0) return 0
    const ids = rows.map(({ id }) => id)
    // In two statements: a cluster finds no one node for what is inserted out of a `with`.
    const counted = await sql<Record<'item' | 'version' | 'until' | 'sums' | 'given', string>>`
      select item, version::text, until::text, sums::text, given::text from (${rowsOf(measures, of, holding, ids)}) counted`.execute(
      connection,
    )
    const kept = { district, source: of.name, definition: holding.by.definition, since: now.toString() }
    const counts = counted.rows.map((row) => ({ ...kept, ...row }))
    await writeMany(connection, 'metric', 'unsettled', counts, ['district', 'source', 'item'])
    return counts.length
  })
}

/** Drops what is kept of items that have been settled since, or are gone. Gives how many they were. */
export async function dropSettled(database: Database, district: string, measures: readonly Measure[]): Promise<number> {
  return alone(database, district, measures, async (connection, of) => {
    const { numAffectedRows } = await sql`delete from metric.unsettled k where k.district = ${district} and k.source = ${of.name}
      and not exists (select from ${of.from} where ${of.district} = ${district} and ${of.item.id} = k.item and ${of.unsettled})`.execute(
      connection,
    )
    return Number(numAffectedRows ?? 0)
  })
}

/** The write that drops what is kept of some items, whose rows were drawn anew under the same version. */
export const dropKept = ({ name }: Countable, district: string, ids: readonly string[]): RawBuilder<unknown> =>
  sql`delete from metric.unsettled where district = ${district} and source = ${name} and item = any (${ids}::text[])`

/** Proves that what is kept of items that are not settled, and holds, is what they come to. Gives what is not so. */
export async function verifyUnsettled(database: Database, district: string, measures: readonly Measure[], now: Temporal.Instant) {
  const holding = { district, by: keptBy(measures), now }
  const findings: ReturnType<typeof differing> = []
  const of = measures[0]?.of
  if (!of || !areItems(of)) return findings
  for (let after: string | undefined = ''; after !== undefined; )
    after = await within(database, { as: 'owner', district }, async (connection) => {
      const kept = await sql<Kept & { id: string }>`select ${of.item.id} as id, ${asUnsettled} from ${of.from}
        join metric.unsettled k on ${holdsFor(of, holding)}
        where ${of.district} = ${district} and ${of.unsettled} and ${of.item.id} > ${after ?? ''}
        order by ${of.item.id} limit ${most}`.execute(connection)
      const ids = kept.rows.map(({ id }) => id)
      const rightly = await sql<Kept>`select ${asUnsettled} from (${rowsOf(measures, of, holding, ids)}) k`.execute(connection)
      // What a command made another version of in between is told apart by its key.
      const both = keysOf(kept.rows).intersection(keysOf(rightly.rows))
      const held = (rows: readonly Kept[]) => rows.filter(({ key }) => both.has(key))
      findings.push(...differing(held(kept.rows), held(rightly.rows), 'unsettled', 'items'))
      return ids.at(-1)
    })
  return findings
}

const keysOf = (rows: readonly Kept[]) => new Set(rows.map(({ key }) => key))

/** A row `k`, beside others. */
const asUnsettled = sql`jsonb_build_array(k.item, k.version)::text as key, k.sums::text || ' ' || k.given::text as value`
