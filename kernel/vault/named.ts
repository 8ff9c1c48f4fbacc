import { sql } from 'kysely'
import type { Connection, Database } from '../database/open.ts'
import { within } from '../database/within.ts'
import { type Keyring, nameOfRing } from './keyring.ts'
import { opensSome } from './store.ts'

/** By what the keyring is known under which a database is sealed (`nameOfRing`); nothing where it is not noted yet. */
const ringNamed = async (connection: Connection): Promise<string | undefined> =>
  (await sql<{ name: string }>`select name from vault.keyring`.execute(connection)).rows[0]?.name

/** Whether something is sealed in a database, so that a keyring that was just made is not its own. */
export const isSealed = (database: Database): Promise<boolean> =>
  within(database, { as: 'owner' }, async (connection) => {
    if ((await ringNamed(connection)) !== undefined) return true
    return (await sql`select 1 from vault.keys limit 1`.execute(connection)).rows.length > 0
  })

/**
 * Notes which keyring seals what comes into a database, once; and throws where that is another, or where this one does not open what is
 * there, as a copy of before the last rotation. Of a cluster all nodes are asked for what is there: while one is away, the name has to do.
 */
export async function mustFitRing(database: Database, ring: Keyring): Promise<void> {
  const name = nameOfRing(ring)
  const asOwner = <Result>(work: (connection: Connection) => Promise<Result>) => within(database, { as: 'owner' }, work)
  const noted = await asOwner(ringNamed)
  const opens = await asOwner((connection) => opensSome(connection, ring)).catch((error: unknown) => {
    if (noted === undefined) throw error
    return true
  })
  const known = opens && noted === undefined ? await asOwner((connection) => noteRing(connection, name)) : noted
  if (!opens || known !== name)
    throw new Error(
      `the keyring here (${name}) is not the one under which this database is sealed, or of before its last rotation: bring that one (docs/operations.md)`,
    )
}

/** Notes a keyring's name, but where another process was quicker. Gives what is noted. */
async function noteRing(connection: Connection, name: string): Promise<string | undefined> {
  await sql`insert into vault.keyring (name) values (${name}) on conflict do nothing`.execute(connection)
  return ringNamed(connection)
}
