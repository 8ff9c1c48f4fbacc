import { existsSync, readdirSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Database, embeddedVersion, openEmbedded, openServer } from '#kernel/database/open.ts'
import { keep } from '../keeper.ts'
import { copyIn } from './embedded.ts'
import { versionOf } from './facts.ts'
import type { Manifest } from './manifest.ts'
import { fillServer, firstTableOf, refuseCluster } from './server.ts'

/** An empty place for a database. */
interface EmptyPlace {
  kind: Manifest['kind']
  /** The first number of its PostgreSQL's version. */
  postgres: number
  /** Fills it from the file of a backup, and opens it. */
  fill: (file: string) => Promise<Database>
  /** Closes what was filled, and lets it be found by whoever serves. */
  settle: () => Promise<void>
  /** Gives it free. What was filled and not settled does not stay, as far as it is ours to remove. */
  leave: () => Promise<void>
}

/** The place that an address names, or a data folder if there is none. Refuses one that is not empty. */
export const placeFor = (folder: string, address: string | undefined): Promise<EmptyPlace> =>
  address ? onServer(address) : inFolder(folder)

async function onServer(address: string): Promise<EmptyPlace> {
  const database = openServer(address)
  const leave = () => database.close()
  try {
    await refuseCluster(database)
    const table = await firstTableOf(database)
    if (table !== undefined)
      throw new Error(`the database has tables (${table}): a backup is restored into an empty one only, which createdb makes`)
    const fill = async (file: string) => {
      await fillServer(database, address, file)
      return database
    }
    return { kind: 'server', postgres: await versionOf(database.kysely), fill, settle: async () => {}, leave }
  } catch (error) {
    await leave()
    throw error
  }
}

async function inFolder(folder: string): Promise<EmptyPlace> {
  const there = existsSync(folder) ? readdirSync(folder).filter((name) => !['keyring.json', 'linli.sock'].includes(name)) : []
  if (there.length > 0)
    throw new Error(
      `${folder} is not empty (${there.slice(0, 5).join(', ')}): a backup is restored into a place with nothing but the keyring`,
    )
  const leaveFolder = await keep(folder, async (caller) => void caller.destroy())
  // Under another name until it is whole and proven: nobody serves a half of it.
  const part = join(folder, 'database.part')
  let open: Database | undefined
  return {
    kind: 'embedded',
    postgres: embeddedVersion,
    async fill(file) {
      open = await openEmbedded(part, await copyIn(file))
      return open
    },
    async settle() {
      await open?.close()
      open = undefined
      await rename(part, join(folder, 'database'))
    },
    async leave() {
      await open?.close()
      await rm(part, { recursive: true, force: true })
      await leaveFolder()
    },
  }
}
