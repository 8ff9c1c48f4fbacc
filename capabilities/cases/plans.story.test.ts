import assert from 'node:assert/strict'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { astrayIn, lyingBy } from '#kernel/flow/store/astray.ts'
import { ownDatabase, testEmbedded } from '#testing/database.ts'
import type { Hand } from '#testing/stage.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { caseFlow } from './flow.ts'

// Every list has an index and a limit: over twenty thousand cases none reads more than a few of them. PostgreSQL counts that itself.

const many = 20_000
/** A page of fifty, those that row-level security or a second condition leaves out, and what stands in a post's whole queue. */
const few = 2_000

/** A district with one case of each of some kinds, and copies of them through a year, most of them closed. */
async function crowded() {
  // In a database of its own, in which nobody else reads.
  const database = await ownDatabase()
  const stage = await setStage(undefined, database)
  const { district } = stage
  const [wangMin, lamps] = [await stage.at('wangMin'), await stage.at('lamps')]
  const ids: string[] = []
  for (const steps of [0, 1, 2, 3]) {
    const { id } = (await stage.nobody().send('report', '', lampReport({ category: 'neighbours.dispute' }))).body
    ids.push(id)
    if (steps > 0) await wangMin.send('accept', id)
    if (steps > 1) await wangMin.send('dispatch', id, { lead: 'urban' })
    if (steps > 2) await lamps.send('receive', id)
    if (steps > 2) await lamps.send('resolve', id, { outcome: 'solved', done: '已处理' })
  }
  const { rows } = await sql<{ name: string }>`
    select attname as name from pg_attribute where attrelid = 'cases.cases'::regclass and attnum > 0 and not attisdropped`.execute(
    database.kysely,
  )
  const made: Record<string, string> = {
    id: 'made.id',
    number: `'x' || made.n`,
    item: `jsonb_set(jsonb_set(c.item, '{id}', to_jsonb(made.id)), '{number}', to_jsonb('x' || made.n))`,
    reported_at: `c.reported_at - made.n * interval '25 minutes'`,
    reporter: `'r' || made.n % 900`,
    parties: `array['r' || made.n % 900]`,
    grid2: `case when made.n % 49 = 0 then c.grid2 else 'g-' || made.n % 40 end`,
    places: `case when made.n % 49 = 0 then c.places else array['g-' || made.n % 40] end`,
    community: `case when made.n % 40 = 0 then c.community else 'c-' || made.n % 30 end`,
    street: `case when made.n % 40 = 0 then c.street else 's-' || made.n % 6 end`,
    lead: `case when c.lead is not null and made.n % 30 > 0 then 'u-' || made.n % 20 else c.lead end`,
    holder_unit: `case when made.n % 49 = 0 then c.holder_unit else 'h-' || made.n % 40 end`,
  }
  const names = rows.map(({ name }) => name)
  await sql`insert into cases.cases (${sql.raw(names.join(', '))})
    select ${sql.raw(names.map((name) => made[name] ?? `c.${name}`).join(', '))}
    from (select n, gen_random_uuid()::text as id from generate_series(1, ${sql.raw(String(many))}) n) made
    join (select *, row_number() over (order by array_position(${ids}::text[], id)) as turn from cases.cases where district = ${district}) c
      on c.turn = case when made.n % 50 < 3 then 1 + made.n % 3 else 4 end`.execute(database.kysely)
  await sql`analyze cases.cases`.execute(database.kysely)
  /** How many cases were read so far. */
  const rowsRead = async () => {
    await sql`select pg_stat_force_next_flush()`.execute(database.kysely)
    const { rows } = await sql<{ count: number }>`
      select (seq_tup_read + idx_tup_fetch)::integer as count from pg_stat_user_tables where schemaname = 'cases' and relname = 'cases'`.execute(
      database.kysely,
    )
    return rows[0]?.count ?? 0
  }
  return { ...stage, rowsRead, database, close: database.close }
}

const lists = [
  '/api/cases?scope=queue&sort=due',
  '/api/cases?scope=queue&over=true&sort=due',
  '/api/cases?scope=all',
  '/api/cases?scope=all&sort=due',
  '/api/cases?scope=all&state=handling',
  '/api/cases?scope=all&state=reported,accepted&urgency=urgent',
  '/api/cases?scope=all&category=neighbours.dispute&community=c-3',
  '/api/cases?scope=all&asked=extension',
  '/api/cases?scope=all&had=return',
  '/api/cases?scope=all&had=extension',
  '/api/cases?scope=all&asked=callBack',
  '/api/cases?scope=all&asked=answerOutside',
  '/api/cases?scope=all&q=%E8%B7%AF%E7%81%AF',
  '/api/cases?scope=all&number=x77',
  '/api/cases/queue/counts',
  // A window of three days, of which each case is asked whether the figure counts it.
  '/api/cases?scope=all&counts=acceptedInTime.due&from=2026-02-27T00:00:00Z&to=2026-03-02T12:00:00Z',
  '/api/cases/count?scope=all&state=handling',
]

// A server counts what was read a moment later, the servers of a cluster each for itself.
testEmbedded('over twenty thousand cases no list reads more than a few', async () => {
  const { at, resident, nobody, rowsRead, close } = await crowded()
  // Nobody who could have handled a case is told whether it was drawn.
  const handlers = lists.filter((path) => !path.includes('callBack'))
  const people: [who: string, hand: Hand, paths: readonly string[]][] = [
    ['a grid worker', await at('wangMin'), handlers],
    ['a secretary', await at('secretary'), handlers],
    ['a street desk', await at('streetDesk'), handlers],
    ['a clerk', await at('lamps'), [...handlers, '/api/cases?scope=assisting&sort=due']],
    ['a dispatcher', await at('dispatcher'), lists],
    ['a call-back officer', await at('caller'), lists],
    ['a leader', await at('leader'), lists],
    ['a resident', await resident('13900001234'), ['/api/cases?scope=mine']],
    [
      'nobody',
      nobody(),
      [
        '/api/solved',
        '/api/solved?community=garden',
        '/api/solved?longitude=119.005&latitude=36.005&system=wgs84',
        '/api/cases/similar?community=garden&category=neighbours.dispute',
        '/api/cases/similar?code=plum-3',
      ],
    ],
  ]
  const wrong: string[] = []
  for (const [who, hand, paths] of people)
    for (const path of paths) {
      const before = await rowsRead()
      const { status } = await hand.get(path)
      if (status !== 200) wrong.push(`${who} ${path}: ${status}`)
      const read = (await rowsRead()) - before
      if (read > few) wrong.push(`${who} ${path}: ${read} cases read`)
    }
  await close()
  assert.deepEqual(wrong, [])
})

testEmbedded(
  'over twenty thousand cases, what goes along with a community is found among the open ones, however little of them there is',
  async () => {
    const { district, database, rowsRead, close } = await crowded()
    const places = ['garden', ...Array.from({ length: 30 }, (_, turn) => `c-${turn}`)]
    const looks: [which: string, streets: Map<string, string>][] = [
      ['a community that went to another street', new Map([['garden', 'south']])],
      ['one of which nothing is open', new Map([['nowhere', 'south']])],
      ['all of them, most of which lie in another', new Map(places.map((community) => [community, 's-1']))],
    ]
    const wrong: string[] = []
    const counts: number[] = []
    for (const [which, streets] of looks) {
      const before = await rowsRead()
      const found = await within(database, { as: 'command', district }, (connection) =>
        astrayIn(connection, lyingBy(caseFlow), district, { streets, most: 50 }),
      )
      counts.push(found.length)
      const read = (await rowsRead()) - before
      if (read > few) wrong.push(`${which}: ${read} cases read`)
    }
    await close()
    assert.deepEqual(wrong, [])
    assert.ok((counts[0] ?? 0) > 0, 'some of 花园 are open')
    assert.deepEqual(counts.slice(1), [0, 50])
  },
)
