import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { migrate } from '#kernel/database/migrate.ts'
import { ensureMonths } from '#kernel/database/months.ts'
import { type Database, openEmbedded, openServer } from '#kernel/database/open.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { type Keyring, keyringIn, parseKeyring, textOf } from '#kernel/vault/keyring.ts'
import { isSealed, mustFitRing } from '#kernel/vault/named.ts'
import { forgetCopies, giveCopy } from './backup/embedded.ts'
import { keep } from './keeper.ts'
import { allMigrations } from './migrations.ts'
import { preparedSnapshot } from './prepared.ts'

/** Where the installation keeps what is not in the database: the embedded database itself, uploads, the keyring. */
export const dataFolder = resolve(process.env.LINLI_DATA ?? 'data')
export const filesFolder = join(dataFolder, 'files')
/** The folder of the embedded database. */
const databaseFolder = join(dataFolder, 'database')
const keyringFile = join(dataFolder, 'keyring.json')

/** Opens the database that the environment names, brought up to date, and says which migrations that took. */
export async function openGround(): Promise<{ database: Database; ran: string[] }> {
  const database = await openDatabase()
  const ran = await migrate(database, await allMigrations())
  await ensureMonths(database, systemClock())
  return { database, ran }
}

/** The same with the keyring under which it is sealed: one is made where nothing is sealed yet, and no other is taken for it. */
export async function openSealed(): Promise<{ database: Database; ring: Keyring; ran: string[] }> {
  const ground = await openGround()
  try {
    const known = await knownRing()
    if (!known && (await isSealed(ground.database)))
      throw new Error(
        `what is in this database is sealed, and its keyring is not here: is ${dataFolder} mounted? Bring the keyring (docs/operations.md)`,
      )
    const ring = known ?? (await keyringIn(keyringFile))
    await mustFitRing(ground.database, ring)
    return { ...ground, ring }
  } catch (error) {
    await ground.database.close()
    throw error
  }
}

/** Opens the database that the environment names, as it is; an embedded one that there is not yet is made. Refuses one that another process has open. */
export async function openDatabase(): Promise<Database> {
  const address = process.env.DATABASE_URL
  if (address) return openServer(address)
  if (existsSync(`${databaseFolder}.part`))
    throw new Error(`a restore into ${dataFolder} was broken off: empty it but for the keyring, and restore again`)
  let opened: Database | undefined
  const leave = await keep(dataFolder, async (caller) => {
    if (opened) await giveCopy(opened, dataFolder, caller)
    else caller.destroy()
  })
  await forgetCopies(dataFolder)
  const database = await openEmbedded(databaseFolder, hasDatabase() ? undefined : await preparedSnapshot(await allMigrations()))
  opened = database
  const close = async () => {
    await database.close()
    await leave()
  }
  return { ...database, close }
}

/** Whether there is an embedded database. */
export const hasDatabase = () => existsSync(join(databaseFolder, 'PG_VERSION'))

/** The keyring of this installation, if it has one; none is made. */
export async function knownRing(): Promise<Keyring | undefined> {
  const text = process.env.LINLI_KEYRING || (await textOf(keyringFile))
  return text === undefined ? undefined : parseKeyring(text)
}
