import { existsSync, readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { checksumOf, migrate } from '#kernel/database/migrate.ts'
import { ensureMonths } from '#kernel/database/months.ts'
import { folderStore, keptPhotos } from '#kernel/files/store.ts'
import { endEverySession } from '#kernel/people/sessions.ts'
import { readKeptSeals } from '#kernel/record/keptSeals.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { compareChecksums } from '../backup/checksums.ts'
import { whyNot } from '../backup/fits.ts'
import { partsOf, readManifest } from '../backup/manifest.ts'
import { copyPhotos, pathOf } from '../backup/photos.ts'
import { placeFor } from '../backup/place.ts'
import { nowAndThen } from '../backup/progress.ts'
import { dataFolder, filesFolder, knownRing } from '../ground.ts'
import { allMigrations } from '../migrations.ts'
import { verifyAll } from '../verifying.ts'

/**
 * `linli restore FOLDER`: puts a backup into an empty place (LINLI_DATA with nothing in it but the keyring, and the empty database
 * that DATABASE_URL names, if it is of a server), and has the record prove itself against the backup's seals. Nobody is signed in there:
 * some have signed out since, or were locked out. Changes nothing where it refuses; ends with 1 if it finds anything wrong.
 */
export async function run(args: string[]): Promise<void> {
  const { positionals } = parseArgs({ args, allowPositionals: true })
  if (!positionals[0]) throw new Error('say from where: linli restore FOLDER')
  const from = resolve(positionals[0])
  const began = performance.now()
  const progress = nowAndThen(console.log)
  const manifest = await readManifest(from)
  const parts = partsOf(from, manifest.kind)
  const migrations = await allMigrations()
  const checksums = new Map(migrations.map((migration) => [migration.name, checksumOf(migration)]))
  if (existsSync(filesFolder) && readdirSync(filesFolder).length > 0)
    throw new Error(`there are files in ${filesFolder}: a backup is restored into an empty place only`)
  const place = await placeFor(dataFolder, process.env.DATABASE_URL)
  try {
    const why = whyNot(manifest, { ...place, migrations: checksums, ring: await knownRing() })
    if (why) throw new Error(`this backup cannot be restored here: ${why}`)
    const listed = await compareChecksums(from, manifest, progress)
    const { photos, at, program } = manifest
    console.log(`${from} is undamaged: the ${manifest.kind} database of ${at} by Linli ${program}, ${photos} photos`)
    const database = await place.fill(parts.database)
    const named = await keptPhotos(database.kysely)
    const missing = named.filter((id) => !listed.has(pathOf(id)))
    const here = named.filter((id) => listed.has(pathOf(id)))
    await copyPhotos(here, folderStore(parts.files), folderStore(filesFolder), progress)
    const ran = await migrate(database, migrations)
    await ensureMonths(database, systemClock())
    if (ran.length > 0) console.log(`brought up to date by ${ran.length} migrations`)
    await endEverySession(database)
    const seals = await readFile(parts.seals, 'utf8')
    const found = await verifyAll(database, seals === '' ? [] : readKeptSeals(seals), console.log)
    await place.settle()
    for (const id of missing) console.log(`  photo ${id} is named and not in the backup`)
    const seconds = ((performance.now() - began) / 1000).toFixed(1)
    console.log(
      `restored in ${seconds} s: what happened after ${at} is not here, and who was erased after it has to be erased again. Everybody signs in anew.`,
    )
    process.exitCode = found === 0 ? 0 : 1
  } finally {
    await place.leave()
  }
}
