import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import { sql } from 'kysely'
import { type Sight, within } from '#kernel/database/within.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { readerOf, sightAt, wholeSight } from '#testing/reading.ts'
import { lampReport, setStage } from '#testing/stage.ts'

const [stage, elsewhere] = [await setStage(), await setStage()]
const { database, district } = stage

let plum: string

before(async () => {
  const told = await stage.nobody().send('report', '', lampReport({ phone: '13912345678', category: 'neighbours.dispute' }))
  plum = told.body.id
  await elsewhere.nobody().send('report', '', lampReport())
})

const read = readerOf(stage)
const everyCase = sql<{ id: string; district: string }>`select id, district from cases.cases`

test('a grid worker of 松园 does not see a case of 梅园, even with select * from cases.cases', async () => {
  assert.deepEqual(await read(sightAt('g-pine'), everyCase), [])
  assert.deepEqual(
    (await read(sightAt('g-plum'), everyCase)).map(({ id }) => id),
    [plum],
  )
  assert.deepEqual(await read(sightAt(), everyCase), [], 'nor does somebody without any post')
})

test('nothing crosses districts, whoever reads or writes', async () => {
  assert.deepEqual([...new Set((await read(wholeSight, everyCase)).map((row) => row.district))], [district])
  const tables = [
    'cases.cases',
    'cases.followers',
    'record.events',
    'vault.secrets',
    'vault.keys',
    'flow.limits',
    'flow.timers',
    'people.accounts',
    'people.sessions',
    'files.files',
  ]
  for (const table of tables)
    await within(database, { as: 'command', district }, async (connection) => {
      const { rows } = await sql<{ district: string }>`select distinct district from ${sql.table(table)}`.execute(connection)
      assert.ok(
        rows.every((row) => row.district === district),
        table,
      )
    })
  await assert.rejects(
    within(database, { as: 'command', district }, (connection) =>
      sql`insert into cases.numbers (district, month, next) values (${elsewhere.district}, '9901', 1)`.execute(connection),
    ),
    /row-level security/,
  )
  const moved = await within(database, { as: 'command', district }, (connection) =>
    sql`update cases.cases set state = 'closed' where district = ${elsewhere.district} returning id`.execute(connection),
  )
  assert.deepEqual(moved.rows, [])
})

test('events, limits and secrets are seen only after the case was, and only its own', async () => {
  const worker = sightAt('g-plum')
  for (const query of [sql`select 1 from record.events`, sql`select 1 from flow.limits`, sql`select 1 from vault.secrets`]) {
    assert.deepEqual(await read(worker, query), [])
    assert.notEqual((await read(worker, query, plum)).length, 0)
  }
  const others = await read(wholeSight, sql<{ item: string }>`select distinct item from record.events`, plum)
  assert.deepEqual(
    others.map(({ item }) => item),
    [plum],
  )
})

test('the working roles cannot write what they only read, log in, own anything or step around row-level security', async () => {
  for (const statement of [
    sql`update cases.cases set state = 'closed'`,
    sql`delete from record.events`,
    sql`insert into vault.looks select * from vault.looks`,
    sql`select * from people.accounts`,
    sql`select * from flow.timers`,
  ])
    await assert.rejects(read(wholeSight, statement), /permission denied/)
  for (const statement of [
    sql`delete from cases.cases`,
    sql`update record.events set body = ''`,
    sql`delete from vault.looks`,
    sql`update flow.limits set due_at = now()`,
    sql`alter table cases.cases disable row level security`,
    sql`create table cases.mine (x int)`,
  ])
    await assert.rejects(
      within(database, { as: 'command', district }, (connection) => statement.execute(connection)),
      /permission denied|must be owner/,
    )
  const { rows } = await within(database, { as: 'owner' }, (connection) =>
    sql<{
      name: string
      free: boolean
    }>`select rolname as name, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as free from pg_roles where rolname in ('linli_command', 'linli_read')`.execute(
      connection,
    ),
  )
  assert.deepEqual(
    rows.map(({ free }) => free),
    [false, false],
  )
})

/** What no district's rows are in, and no working role writes. */
const withoutPolicy: Readonly<Record<string, string>> = {
  'public.migrations': 'which migrations have run',
  'public.spatial_ref_sys': 'the coordinate systems that PostGIS knows',
}

test('every table that there is is under row-level security, in whatever schema', async () => {
  const { rows } = await within(database, { as: 'owner' }, (connection) =>
    sql<{
      name: string
    }>`select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname <> 'information_schema' and n.nspname not like 'pg\_%' and c.relkind in ('r', 'p', 'm', 'f')
        and not c.relispartition and not c.relrowsecurity order by name`.execute(connection),
  )
  assert.deepEqual(
    rows.map(({ name }) => name),
    Object.keys(withoutPolicy),
  )
  for (const table of Object.keys(withoutPolicy)) {
    const { rows: may } = await within(database, { as: 'owner' }, (connection) =>
      sql`select role from unnest(array['linli_command', 'linli_read']) role
        where has_table_privilege(role, ${table}, 'insert, update, delete, truncate')`.execute(connection),
    )
    assert.deepEqual(may, [], table)
  }
})

test('beside a case nobody reads of one that they do not see: not who had it before it was about them, nor who sees the district what is protected', async () => {
  const dispatcher = await stage.at('dispatcher')
  const had = async (found: object) => {
    const { id } = (
      await stage.nobody().send('report', '', lampReport({ place: { code: 'plum-3' }, category: 'neighbours.dispute' }))
    ).body
    const sent = { lead: 'urban', assisting: [{ unit: 'property-1', task: '开门' }] }
    assert.equal((await dispatcher.send('dispatch', id, sent)).status, 200)
    assert.equal((await beside(sightAt('property-1'), id)).length, 1, 'who assists is there')
    assert.equal((await dispatcher.send('correct', id, { ...found, words: '核实后更正' })).status, 200)
    return id
  }
  const beside = async (sight: Sight, id: string) => [
    ...(await read(sight, sql`select 1 from cases.seers where id = ${id}`)),
    ...(await read(sight, sql`select 1 from cases.followers where id = ${id}`)),
    ...(await read(sight, sql`select 1 from record.notices where item = ${id}`)),
  ]
  const aboutThem = await had({ concerns: ['property'] })
  assert.deepEqual(await beside(sightAt('property-1'), aboutThem), [])
  assert.equal((await beside(sightAt('urban'), aboutThem)).length, 1, 'who else had it still is')
  const guarded = await had({ category: 'care.minors' })
  await deliver(database, district, stage.clock.now())
  for (const sight of [wholeSight, sightAt('urban'), sightAt('property-1')]) assert.deepEqual(await beside(sight, guarded), [])
})

test('what a program from before left beside a case is gone with the next that is done to it', async () => {
  const dispatcher = await stage.at('dispatcher')
  const { id } = (
    await stage.nobody().send('report', '', lampReport({ place: { code: 'plum-3' }, category: 'neighbours.dispute' }))
  ).body
  const sent = { lead: 'urban', assisting: [{ unit: 'property-1', task: '开门' }] }
  assert.equal((await dispatcher.send('dispatch', id, sent)).status, 200)
  assert.equal((await dispatcher.send('correct', id, { concerns: ['property'], words: '核实后更正' })).status, 200)
  await within(database, { as: 'owner', district }, (connection) =>
    sql`insert into cases.seers (district, unit, id, reported_at) select district, 'property-1', id, reported_at from cases.cases where id = ${id}`.execute(
      connection,
    ),
  )
  assert.equal((await dispatcher.send('comment', id, { words: '再看一下' })).status, 200)
  assert.deepEqual(await read(sightAt('property-1'), sql`select 1 from cases.seers where id = ${id}`), [])
})
