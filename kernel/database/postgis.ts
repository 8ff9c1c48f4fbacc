import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { Extension } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'
import { createTar, parseTar } from 'nanotar'

const root = new URL('../../', import.meta.url)

/**
 * PostGIS for the embedded database, alone. Its package brings rasters, topology, and how to upgrade from every version: 95 MB that each
 * process would unpack, and two libraries that it would compile, to use none of them. What we use is kept in a folder; where nothing can be kept, the
 * package is opened whole.
 */
export const postgisAlone = (folder = new URL('.cache/', root)): Extension => ({
  ...postgis,
  setup: async (pglite, options) => {
    const whole = await postgis.setup(pglite, options)
    const { bundlePath } = whole
    return bundlePath ? { ...whole, bundlePath: await keptOf(bundlePath, folder).catch(() => bundlePath) } : whole
  },
})

/** The version of a package of the embedded PostgreSQL, from the lock file that npm leaves. */
export async function embeddedPackage(name: 'pglite' | 'pglite-postgis'): Promise<string> {
  const lock: { packages: Record<string, { version?: string }> } = JSON.parse(
    await readFile(new URL('node_modules/.package-lock.json', root), 'utf8'),
  )
  return lock.packages[`node_modules/@electric-sql/${name}`]?.version ?? ''
}

/** What opens and makes a database with points and outlines, and tells how systems of coordinates relate. */
const isUsed = ({ name }: { name: string }) =>
  /^(\.\/)?(lib\/postgresql\/postgis-\d+\.so|share\/postgresql\/extension\/postgis(\.control|--[\d.]+\.sql)|share\/proj\/.*)$/.test(
    name,
  )

/** Where that of a package is kept; made if it is not there. */
async function keptOf(bundle: URL, folder: URL): Promise<URL> {
  const kept = new URL(`postgis-${await embeddedPackage('pglite-postgis')}.tar.gz`, folder)
  if (existsSync(kept)) return kept
  const files = parseTar(gunzipSync(await readFile(bundle)), { filter: isUsed })
  await mkdir(folder, { recursive: true })
  // Renamed when whole: two may make it at once.
  const part = new URL(`${kept.href}.${randomUUID()}`)
  await writeFile(part, gzipSync(createTar(files), { level: 1 }))
  await rename(part, kept)
  return kept
}
