import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { furnish, type Furnished } from '#bin/house.ts'
import { allMigrations } from '#bin/migrations.ts'
import { preparedSnapshot } from '#bin/prepared.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { type Database, openEmbedded, openServer } from '#kernel/database/open.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'
import { settle } from '#testing/neighbourhood.ts'

/** A house on a database of its own, in a folder (durable, as in use) or on the server at an address. */
export async function benchStage(address?: string): Promise<Furnished & { database: Database; district: string; end: () => Promise<void> }> {
  const migrations = await allMigrations()
  const folder = address === undefined ? await mkdtemp(join(tmpdir(), 'linli-bench-')) : undefined
  const database = address === undefined ? await openEmbedded(folder, await preparedSnapshot(migrations)) : openServer(address)
  await migrate(database, migrations)
  const district = await settle(database)
  const furnished = await furnish({ database, clock: systemClock, ring: freshKeyring(), suggester: ruleSuggester(), files: '', sendCode: async () => ({}) })
  const end = async () => {
    furnished.live.close()
    await furnished.app.close()
    await database.close()
    if (folder) await rm(folder, { recursive: true })
  }
  return { ...furnished, database, district, end }
}
