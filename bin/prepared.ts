import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { type Migration, migrate } from '#kernel/database/migrate.ts'
import { openEmbedded } from '#kernel/database/open.ts'
import { embeddedPackage } from '#kernel/database/postgis.ts'

const cache = new URL('../.cache/', import.meta.url)

/**
 * An embedded database in which these migrations have run, as a snapshot to open others from. Making one takes about 10 s
 * (half for an empty PostgreSQL, half for PostGIS), so it is kept in `.cache/` under a name that follows from the migrations;
 * and it is made from the one with fewer migrations, so that a changed table does not cost those 10 s again.
 */
export async function preparedSnapshot(migrations: readonly Migration[]): Promise<Blob> {
  const file = new URL(`embedded-${await fingerprint(migrations)}.tar`, cache)
  if (existsSync(file)) {
    await utimes(file, new Date(), new Date()) // used last now: see forget
    // Read whole: a file that is only opened is refused once another process has noted its own use of it.
    return new Blob([await readFile(file)])
  }
  const database = await openEmbedded(undefined, migrations.length > 0 ? await preparedSnapshot(groundOf(migrations)) : undefined)
  try {
    await migrate(database, migrations)
    const snapshot = await database.snapshot?.()
    if (!snapshot) throw new Error('the embedded database gave no snapshot of itself')
    await mkdir(cache, { recursive: true })
    // Renamed when whole: two may make the same one at once, also in one process.
    const part = new URL(`${file.href}.${randomUUID()}`)
    await writeFile(part, Buffer.from(await snapshot.arrayBuffer()))
    await rename(part, file)
    await forget()
    return snapshot
  } finally {
    await database.close()
  }
}

/** Keeps the snapshots used last, which are some 70 MB each. */
async function forget(keep = 6): Promise<void> {
  const snapshots = (await readdir(cache)).filter((name) => name.endsWith('.tar')).map((name) => new URL(name, cache))
  const used = await Promise.all(snapshots.map(async (file) => ({ file, at: (await stat(file)).mtimeMs })))
  const old = used.sort((one, other) => other.at - one.at).slice(keep)
  await Promise.all(old.map(({ file }) => rm(file, { force: true })))
}

/** The first folder's migrations (roles, extensions) of a longer list; of those alone, none. */
function groundOf(migrations: readonly Migration[]): readonly Migration[] {
  const first = migrations[0]?.name.split('/').slice(0, -1).join('/')
  const ground = migrations.filter(({ name }) => name.startsWith(`${first}/`))
  return ground.length < migrations.length ? ground : []
}

async function fingerprint(migrations: readonly Migration[]): Promise<string> {
  const hash = createHash('sha256')
  for (const name of ['pglite', 'pglite-postgis'] as const) hash.update(`${name} ${await embeddedPackage(name)}\n`)
  for (const { name, statements } of migrations) hash.update(`${name}\n${statements}\n`)
  return hash.digest('hex').slice(0, 20)
}
