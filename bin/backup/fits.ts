import type { Keyring } from '#kernel/vault/keyring.ts'
import { nameOfRing } from '#kernel/vault/keyring.ts'
import type { Manifest } from './manifest.ts'

/** Where a backup is to be restored. */
export interface Place {
  kind: Manifest['kind']
  postgres: number
  /** The checksums of this program's migrations by name. */
  migrations: ReadonlyMap<string, string>
  ring: Keyring | undefined
}

/** Why a backup cannot be restored in a place, and what to do; nothing if it can. */
export function whyNot(manifest: Manifest, { kind, postgres, migrations, ring }: Place): string | undefined {
  if (manifest.kind === 'server' && kind === 'embedded')
    return 'it is of a PostgreSQL server: name an empty database of one in DATABASE_URL'
  if (manifest.kind === 'embedded' && kind === 'server') return 'it is of an embedded database: leave DATABASE_URL out'
  if (kind === 'embedded' && manifest.postgres !== postgres)
    return `its embedded database is PostgreSQL ${manifest.postgres}, this program has ${postgres}: restore it by Linli ${manifest.program}`
  if (manifest.postgres > postgres)
    return `it is of PostgreSQL ${manifest.postgres}, this server is ${postgres}: take one that is as new`
  const unknown = manifest.migrations.find(({ name }) => !migrations.has(name))
  if (unknown) return `a newer program made it (it has ${unknown.name}): update the program`
  const other = manifest.migrations.find(({ name, checksum }) => migrations.get(name) !== checksum)
  if (other) return `its migration ${other.name} is another one than this program’s: restore it by Linli ${manifest.program}`
  const { name, master } = manifest.keyring
  const wanted = `the keyring ${name} with master key ${master}`
  if (!ring) return `it takes ${wanted}: put that in as keyring.json in LINLI_DATA first, or set LINLI_KEYRING`
  if (nameOfRing(ring) !== name) return `it takes ${wanted}; the one here is ${nameOfRing(ring)}`
  if (!ring.masters.has(master)) return `it takes ${wanted}; the one here is an older copy, which has no such master key`
  return undefined
}
