import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
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
    return bundlePath ? { ...whole, bundlePath: await keptOf(bundlePath, folder) } : whole
  },
})

/** The version of a package of the embedded PostgreSQL, from the lock file that npm leaves. */
export async function embeddedPackage(name: 'pglite' | 'pglite-postgis'): Promise<string> {
  const lock: { packages: Record<string, { version?: string }> } = JSON.parse(
    await readFile(new URL('node_modules/.package-lock.json', root), 'utf8'),
  )
  const version = lock.packages[`node_modules/@electric-sql/${name}`]?.version
  if (version === undefined) throw new Error(`${name} is not installed: run npm ci`)
  return version
}

/** What opens and makes a database with points and outlines, and tells how systems of coordinates relate. */
const used =
  /^(\.\/)?(lib\/postgresql\/postgis-\d+\.so|share\/postgresql\/extension\/postgis(\.control|--[\d.]+\.sql)|share\/proj\/.*)$/

/** Where that of a package is kept, by its version and by what is used of it; made if it is not there. Where nothing can be kept, the package. */
async function keptOf(bundle: URL, folder: URL): Promise<URL> {
  const named = createHash('sha256')
    .update(`${await embeddedPackage('pglite-postgis')} ${used.source}`)
    .digest('hex')
    .slice(0, 12)
  const kept = new URL(`postgis-${named}.tar.gz`, folder)
  if (existsSync(kept)) return kept
  const files = parseTar(gunzipSync(await readFile(bundle)), { filter: ({ name }) => used.test(name) })
  if (files.length < 4) throw new Error(`${bundle} brings PostGIS otherwise than it did: look at what of it is used`)
  const part = new URL(`${kept.href}.${randomUUID()}`)
  try {
    await mkdir(folder, { recursive: true })
    // Renamed when whole: two may make it at once.
    await writeFile(part, gzipSync(createTar(files), { level: 1 }))
    await rename(part, kept)
    return kept
  } catch {
    await rm(part, { force: true }).catch(() => {})
    return bundle
  }
}
