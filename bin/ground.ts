import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { migrate } from '#kernel/database/migrate.ts'
import { ensureMonths } from '#kernel/database/months.ts'
import { type Database, openEmbedded, openServer } from '#kernel/database/open.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { type Keyring, keyringIn, parseKeyring } from '#kernel/vault/keyring.ts'
import { allMigrations } from './migrations.ts'
import { preparedSnapshot } from './prepared.ts'

/** Where the installation keeps what is not in the database: the embedded database itself, uploads, the keyring. */
export const dataFolder = resolve(process.env.LINLI_DATA ?? 'data')
export const filesFolder = join(dataFolder, 'files')

/** Opens the database that the environment names, brought up to date, and says which migrations that took. */
export async function openGround(): Promise<{ database: Database; ring: Keyring; ran: string[] }> {
  const ring = process.env.LINLI_KEYRING
    ? parseKeyring(process.env.LINLI_KEYRING)
    : await keyringIn(join(dataFolder, 'keyring.json'))
  const migrations = await allMigrations()
  const address = process.env.DATABASE_URL
  const folder = join(dataFolder, 'database')
  const database = address
    ? openServer(address)
    : await openEmbedded(folder, existsSync(join(folder, 'PG_VERSION')) ? undefined : await preparedSnapshot(migrations))
  const ran = await migrate(database, migrations)
  await ensureMonths(database, systemClock())
  return { database, ring, ran }
}
