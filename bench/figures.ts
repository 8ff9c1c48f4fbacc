import { isDeepStrictEqual } from 'node:util'
import { sql } from 'kysely'
import { allMigrations } from '#bin/migrations.ts'
import { categories } from '#capabilities/cases/catalogue/categories.ts'
import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { district } from '#demo/geography/names.ts'
import { loadDemo } from '#demo/load.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { type Database, openServer } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { count } from '#kernel/metric/count.ts'
import { type Frame, type Metric, talliedMeasures } from '#kernel/metric/define.ts'
import { definitionOf } from '#kernel/metric/measure.ts'
import { tallyDays, verifyTallies } from '#kernel/metric/tallies.ts'
import { type Actor, sightOf } from '#kernel/people/actor.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'
import { findPostgres, startPostgres } from '#testing/postgres.ts'

const { code } = district
const inOrder = ({ whole, groups }: Awaited<ReturnType<typeof count>>) => [
  whole,
  ...groups.toSorted((one, other) => (one.group < other.group ? -1 : 1)),
]
const owner = <Row>(database: Database, statement: ReturnType<typeof sql<Row>>) =>
  within(database, { as: 'owner', district: code }, (connection) => statement.execute(connection))

/** Copies the demo's cases, with their limits, until there are so many. */
async function multiply(database: Database, times: number): Promise<void> {
  const codes = categories.filter(({ parent }) => parent !== undefined).map(({ code: category }) => category)
  const copied = sql`md5(id || n)::uuid::text`
  const columns = async (schema: string, table: string) => {
    const { rows } = await owner(
      database,
      sql<{ name: string }>`select column_name as name from information_schema.columns
        where table_schema = ${schema} and table_name = ${table} order by ordinal_position`,
    )
    return rows.map(({ name }) => name)
  }
  for (const [schema, table, changed] of [
    // In other categories than theirs, so that copies do not all fall into the cells of the first.
    [
      'cases',
      'cases',
      {
        id: copied,
        number: sql`number || '-' || n`,
        category: sql`(${codes}::text[])[1 + abs(hashtext(id || n)) % ${codes.length}]`,
      },
    ],
    ['flow', 'limits', { item: sql`md5(item || n)::uuid::text` }],
  ] as const) {
    const names = await columns(schema, table)
    const values = names.map(
      (name) => (name in changed ? Object.entries(changed).find(([key]) => key === name)?.[1] : undefined) ?? sql.id(name),
    )
    await owner(
      database,
      sql`insert into ${sql.id(schema, table)} (${sql.join(names.map((name) => sql.id(name)))})
        select ${sql.join(values)} from ${sql.id(schema, table)}, generate_series(2, ${times}::integer) n where district = ${code}`,
    )
  }
  await owner(
    database,
    sql`insert into metric.marked (district, source, day, mark)
      select district, 'cases', (reported_at at time zone 'Asia/Shanghai')::date, id from cases.cases
      where state in ('closed', 'declined', 'withdrawn', 'merged') on conflict do nothing`,
  )
  for (const table of ['cases.cases', 'flow.limits']) await owner(database, sql`analyze ${sql.raw(table)}`)
}

/** Figures of a year by unit, told from tallies, beside the same counted from the cases in the same run. */
export async function benchFigures(times = 33): Promise<void> {
  const programs = findPostgres()
  if (!programs) return console.log('no PostgreSQL with PostGIS on this machine: figures were not measured')
  const server = await startPostgres(programs, { durable: true })
  const database = openServer(server.address)
  try {
    await migrate(database, await allMigrations())
    const now = Temporal.Now.instant()
    await loadDemo({ database, ring: freshKeyring(), now })
    await multiply(database, times)
    const measures = talliedMeasures(caseMetrics)
    const began = performance.now()
    let days = 0
    for (let some = 1; some > 0; days += some) some = await tallyDays(database, code, measures, now)
    const took = performance.now() - began
    for (const table of ['metric.tallies', 'metric.tallied']) await owner(database, sql`analyze ${sql.raw(table)}`)
    const { rows } = await owner(
      database,
      sql<{ cases: number; tallies: number }>`select (select count(*)::integer from cases.cases) as cases,
        (select count(*)::integer from metric.tallies) as tallies`,
    )
    console.log(
      `\nFigures of a year by unit; ${rows[0]?.cases} cases, ${rows[0]?.tallies} tallies of ${days} days (${(took / days).toFixed(0)} ms a day)`,
    )
    const definition = definitionOf(measures)
    const actor: Actor = { district: code, id: 'leader', name: '', role: 'leader' }
    const frame: Frame = { actor, now, window: { from: now.subtract({ hours: 24 * 365 }), to: now }, by: 'unit' }
    const once = (metric: Metric, by: string) =>
      within(database, { as: 'read', district: code, sight: sightOf(actor) }, (connection) =>
        count(connection, metric, frame, by),
      )
    const timed = async (metric: Metric, by: string) => {
      const all: number[] = []
      for (let turn = 0; turn < 5; turn += 1) {
        const start = performance.now()
        await once(metric, by)
        all.push(performance.now() - start)
      }
      return all.sort((one, other) => one - other)[2] ?? 0
    }
    console.log('figure                     from cases ms   from tallies ms   ratio')
    for (const metric of caseMetrics.filter(({ present }) => !present)) {
      const [cases, tallies] = [await timed(metric, 'none'), await timed(metric, definition)]
      const same = isDeepStrictEqual(inOrder(await once(metric, 'none')), inOrder(await once(metric, definition)))
      console.log(
        `${metric.name.padEnd(24)} ${cases.toFixed(0).padStart(13)} ${tallies.toFixed(0).padStart(17)} ${(cases / tallies).toFixed(1).padStart(7)}${same ? '' : '   NOT THE SAME'}`,
      )
    }
    console.log(`verify finds ${(await verifyTallies(database, code, measures, now)).length} tallies wrong`)
  } finally {
    await database.close()
    await server.stop()
  }
}
