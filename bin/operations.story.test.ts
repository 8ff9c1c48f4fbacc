import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { ensureMonths } from '#kernel/database/months.ts'
import { type Database, openServer } from '#kernel/database/open.ts'
import { statementsOf } from '#kernel/database/statements.ts'
import { within } from '#kernel/database/within.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { tallyDays } from '#kernel/metric/tallies.ts'
import { dropSettled, keepUnsettled } from '#kernel/metric/unsettled.ts'
import { everywhere } from '#kernel/people/throttle.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { forgetOld } from '#kernel/retention/round.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { testDatabase, testOnServer } from '#testing/database.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { grantServing } from './grants.ts'
import { allMigrations } from './migrations.ts'
import { rules } from './retention.ts'
import { turn } from './rounds.ts'

const id = randomUUID().slice(0, 8)

/** What makes the roles, with logins of a name of their own: roles are a server's, not a database's. */
function roles(): string[] {
  const text = readFileSync(new URL('../deploy/postgresql/roles.sql', import.meta.url), 'utf8')
  const own = text.replaceAll('linli_owner', `owner_${id}`).replaceAll('linli_app', `app_${id}`)
  return statementsOf(own).filter((statement) => !/^create role linli_/.test(statement))
}

async function run(database: Database, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database.kysely)
}

// The embedded database has no logins, and on a cluster roles are every node's.
testOnServer('a login that owns nothing serves by what it is granted, and cannot change what happened', async () => {
  const superuser = await testDatabase()
  const name = `operated_${id}`
  const as = (username: string) =>
    openServer(Object.assign(new URL(process.env.TEST_DATABASE_URL ?? ''), { username, pathname: name }).href)
  await run(superuser, [...roles(), `create database ${name} owner owner_${id}`])
  const above = as('postgres')
  await run(above, ['create extension postgis', 'create extension btree_gin'])
  await above.close()
  const owner = as(`owner_${id}`)
  const app = as(`app_${id}`)
  try {
    const migrations = await allMigrations()
    assert.equal((await migrate(owner, migrations)).length, migrations.length)
    await ensureMonths(owner, systemClock())
    assert.ok(await grantServing(owner, `app_${id}`))
    assert.equal(await grantServing(owner, 'nobody_here'), false)

    assert.deepEqual(await migrate(app, migrations), [])
    await ensureMonths(app, Temporal.Instant.from('2199-05-20T00:00:00Z'))
    const stage = await setStage(undefined, app)
    const resident = await stage.resident('13800138000')
    const reported = await resident.send('report', randomUUID(), lampReport({ name: '李奶奶' }))
    assert.equal(reported.status, 200, JSON.stringify(reported.body))
    const wangMin = await stage.at('wangMin')
    assert.equal((await wangMin.send('accept', reported.body.id)).status, 200)
    assert.equal((await wangMin.post(`/api/cases/${reported.body.id}/reveal`, { reason: '约定上门时间' })).status, 200)
    const measures = talliedMeasures(caseMetrics)
    assert.equal(await keepUnsettled(app, stage.district, measures, stage.clock.now()), 1)
    assert.equal((await resident.send('withdraw', reported.body.id)).status, 200)
    assert.equal(await dropSettled(app, stage.district, measures), 1)
    const faults: unknown[] = []
    await turn(stage, stage.district, (fault) => faults.push(fault))
    assert.deepEqual(faults, [])
    assert.ok(await sealDistrict(app, stage.district, stage.clock.now()))
    assert.equal(await tallyDays(app, stage.district, measures, stage.clock.now()), 1)

    // What a login may not delete it leaves to the owner's: `linli upkeep`.
    const looks = async () => {
      const { rows } = await sql`select 1 from vault.looks where district = ${stage.district}`.execute(owner.kysely)
      return rows.length
    }
    const looked = await looks()
    assert.ok(looked > 0)
    const inFourYears = () => stage.clock.now().add({ hours: 4 * 366 * 24 })
    const forget = (database: Database, district: string) =>
      forgetOld({ house: { database, clock: inFourYears }, store: stage.store, rules, district, report: assert.ifError })
    await forget(app, everywhere)
    assert.ok((await forget(app, stage.district)) > 0)
    assert.equal(await looks(), looked)
    assert.equal(await forget(owner, stage.district), looked)
    assert.equal(await looks(), 0)

    const neighbour = { as: 'command', district: 'another' } as const
    const { rows } = await within(app, neighbour, (connection) => sql`select 1 from cases.cases`.execute(connection))
    assert.deepEqual(rows, [])

    for (const statement of [
      'update record.events set body = body',
      'delete from record.events_rest',
      'delete from record.seals',
      'update vault.looks set reason = reason',
      'delete from people.changes',
      'drop table cases.cases',
      'create table public.mine (a text)',
    ])
      await assert.rejects(run(app, [statement]), { code: '42501' }, statement)
    stage.live.close()
    await stage.app.close()
  } finally {
    await app.close()
    await owner.close()
    await run(superuser, [`drop database ${name} with (force)`, `drop role owner_${id}`, `drop role app_${id}`])
  }
})
