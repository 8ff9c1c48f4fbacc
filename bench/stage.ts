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
import { namelessOf, residentOf } from '#kernel/people/nameless.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'
import { points, settle } from '#testing/neighbourhood.ts'

export interface BenchStage extends Furnished {
  database: Database
  district: string
  /** Sends one durable report: routing, event, hash, timers, outbox, vault. */
  report: () => Promise<void>
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
  const input = { words: '3号楼东边的路灯不亮，晚上很黑，老人走路不方便', place, category: 'municipal.streetLamp' }
  const report = async () => {
    const id = randomUUID()
    const actor = residentOf(district, namelessOf(id))
    const carried = await perform(house, cases, { name: 'report', id, input, actor, key: randomUUID(), scope: 'bench' })
    if (isRefusal(carried)) throw new Error(carried.because.en)
  }
  const end = async () => {
    furnished.live.close()
    await furnished.app.close()
    await database.close()
    if (folder) await rm(folder, { recursive: true })
  }
  return { ...furnished, database, district, report, end }
}
