import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Furnished, furnish } from '#bin/house.ts'
import { allMigrations } from '#bin/migrations.ts'
import { preparedSnapshot } from '#bin/prepared.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { type Database, type Ear, openEmbedded, openServer } from '#kernel/database/open.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { scopeOfPhone } from '#kernel/flow/store/keys.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { namelessOf, residentOf } from '#kernel/people/nameless.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'
import { points, type StaffName, settle, staff } from '#testing/neighbourhood.ts'

export interface BenchStage extends Furnished {
  database: Database
  district: string
  /** Sends one durable report: routing, event, hash, timers, outbox, vault. */
  report: () => Promise<void>
  /** Leads one case from its report to its rating, six commands. */
  loop: () => Promise<void>
  end: () => Promise<void>
}

/** A house on a database of its own: in a folder (durable, as in use), or on the server at an address. */
export async function benchStage(address?: string, heard?: Ear): Promise<BenchStage> {
  const migrations = await allMigrations()
  const folder = address === undefined ? await mkdtemp(join(tmpdir(), 'linli-bench-')) : undefined
  const database =
    address === undefined ? await openEmbedded(folder, await preparedSnapshot(migrations), heard) : openServer(address, heard)
  await migrate(database, migrations)
  const district = await settle(database)
  const furnished = await furnish({
    database,
    clock: systemClock,
    ring: freshKeyring(),
    suggester: ruleSuggester(),
    files: '',
    sendCode: async () => ({}),
  })
  const { house, cases } = furnished

  const place = { point: { longitude: points.plum[0], latitude: points.plum[1], system: 'wgs84' } }
  const input = { words: '3号楼东边的路灯不亮，晚上很黑，老人走路不方便', place, category: 'neighbours.dispute' }
  const send = async (name: string, id: string, given: object, actor: Actor) => {
    const scope = name === 'report' ? scopeOfPhone(house.ring, actor.id) : actor.id
    const carried = await perform(house, cases, { name, id, input: given, actor, key: randomUUID(), scope })
    if (isRefusal(carried)) throw new Error(`${name}: ${carried.because.en}`)
  }
  const reported = async () => {
    const id = randomUUID()
    const reporter = residentOf(district, namelessOf(id))
    await send('report', id, input, reporter)
    return { id, reporter }
  }
  const report = async () => void (await reported())
  const at = (who: StaffName): Actor => ({ district, id: who, ...staff[who] })
  const loop = async () => {
    const { id, reporter } = await reported()
    await send('accept', id, {}, at('wangMin'))
    await send('dispatch', id, { lead: 'urban' }, at('wangMin'))
    await send('receive', id, {}, at('lamps'))
    await send('resolve', id, { outcome: 'solved', done: '已更换灯头，试亮正常' }, at('lamps'))
    await send('rate', id, { solved: true, level: 5 }, reporter)
  }
  const end = async () => {
    furnished.live.close()
    await furnished.app.close()
    await database.close()
    if (folder) await rm(folder, { recursive: true })
  }
  return { ...furnished, database, district, report, loop, end }
}
