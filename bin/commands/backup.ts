import { existsSync, readdirSync } from 'node:fs'
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { openServer } from '#kernel/database/open.ts'
import { folderStore } from '#kernel/files/store.ts'
import { version } from '#kernel/http/app.ts'
import { sealLine } from '#kernel/record/keptSeals.ts'
import { nameOfRing } from '#kernel/vault/keyring.ts'
import { checksumOf, writeChecksums } from '../backup/checksums.ts'
import { takeCopy } from '../backup/embedded.ts'
import { type Facts, partsOf, writeManifest } from '../backup/manifest.ts'
import { copyPhotos, pathOf } from '../backup/photos.ts'
import { nowAndThen } from '../backup/progress.ts'
import { dumpServer } from '../backup/server.ts'
import { dataFolder, filesFolder, hasDatabase, knownRing, openDatabase } from '../ground.ts'
import { callKeeper } from '../keeper.ts'

/**
 * `linli backup FOLDER`: keeps the database as it is at one moment, the photos that its rows name, and its seals, while people go on
 * working. The folder is there when it is whole, and not before. The keyring is not in it.
 */
export async function run(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  if (!positionals[0]) throw new Error('say where to: linli backup FOLDER')
  const folder = resolve(positionals[0])
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Error(`${folder} is there already, and not empty`)
  const ring = await knownRing()
  if (!ring) throw new Error(`there is no keyring in ${dataFolder}: is this the installation?`)
  const began = performance.now()
  const progress = nowAndThen(console.log)
  const kind = process.env.DATABASE_URL ? 'server' : 'embedded'
  const part = await mkdtemp(`${folder}.part-`)
  try {
    const parts = partsOf(part, kind)
    const facts = await keepDatabase(parts.database, progress)
    const { at, postgres, migrations } = facts
    // The bytes of a photo lie there before its row does: all that were named at that moment can be copied now.
    const { checksums, missing } = await copyPhotos(facts.photos, folderStore(filesFolder), folderStore(parts.files), progress)
    await writeFile(parts.seals, facts.seals.map((seal) => `${sealLine(seal)}\n`).join(''), { flush: true })
    const all = new Map([...checksums].map(([id, checksum]) => [pathOf(id), checksum]))
    for (const file of [parts.database, parts.seals]) all.set(basename(file), await checksumOf(file))
    await writeManifest(part, {
      ...{ format: 1, program: version, at, kind, postgres, migrations },
      ...{ photos: checksums.size, missing, keyring: { name: nameOfRing(ring), master: ring.current } },
      checksums: await writeChecksums(parts.checksums, all),
    })
    await rename(part, folder)
    for (const id of missing) console.log(`  photo ${id} is named and not there: erased meanwhile, or lost before`)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(`${folder} is whole after ${seconds} s: the ${kind} database of ${at}, ${checksums.size} photos, ${facts.seals.length} seals.
The keyring ${nameOfRing(ring)} is NOT in it. Keep a copy of ${process.env.LINLI_KEYRING ? 'LINLI_KEYRING' : `${dataFolder}/keyring.json`} in another place, under another lock:
without it nothing personal can be read again, and whoever has both reads everything.`)
  } catch (error) {
    await rm(part, { recursive: true, force: true })
    throw error
  }
}

/** Keeps the database: on a server by `pg_dump`; embedded by the process that has it open, which is this one if there is no other. */
async function keepDatabase(file: string, progress: (words: string) => void): Promise<Facts> {
  const address = process.env.DATABASE_URL
  if (address) {
    const database = openServer(address)
    return dumpServer(database, address, file, progress).finally(database.close)
  }
  const other = await callKeeper(dataFolder)
  other?.destroy()
  if (other) return takeCopy(dataFolder, file)
  if (!hasDatabase()) throw new Error(`there is no database in ${dataFolder}`)
  const database = await openDatabase()
  return takeCopy(dataFolder, file).finally(database.close)
}
