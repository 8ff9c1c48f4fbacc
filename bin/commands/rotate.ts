import { join } from 'node:path'
import { within } from '#kernel/database/within.ts'
import { rewrapFiles } from '#kernel/files/store.ts'
import { districtsOf } from '#kernel/place/districts.ts'
import { addMasterKey, keyringIn } from '#kernel/vault/keyring.ts'
import { rewrap } from '#kernel/vault/store.ts'
import { dataFolder, openSealed } from '../ground.ts'

/**
 * `linli rotate`: adds a new master key to the keyring in the data folder and wraps every data key with it, some hundred at a
 * time; may be stopped and run again. Restart the servers first with the new keyring, so that they can read what it writes.
 */
export async function run(): Promise<void> {
  if (process.env.LINLI_KEYRING)
    throw new Error(
      'the keyring comes from LINLI_KEYRING or LINLI_KEYRING_FILE: put it into LINLI_DATA as keyring.json, run this without either, and hand the new one out',
    )
  const file = join(dataFolder, 'keyring.json')
  // Before anything is added: a keyring that is not this database's would be no use, nor would one that is made for it.
  const { database } = await openSealed()
  await addMasterKey(file).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  const ring = await keyringIn(file)
  let keys = 0
  for (const district of await districtsOf(database))
    for (let some = 1; some > 0; keys += some)
      some = await within(
        database,
        { as: 'command', district },
        async (connection) => (await rewrap(connection, ring, district)) + (await rewrapFiles(connection, ring, district)),
      )
  console.log(`master key ${ring.current} wraps ${keys} data keys now; older master keys stay in the keyring for backups`)
  await database.close()
}
