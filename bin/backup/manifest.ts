import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'

const Facts = Type.Object({
  /** The moment. */
  at: Type.String(),
  /** The first number of PostgreSQL's version. */
  postgres: Type.Integer(),
  migrations: Type.Array(Type.Object({ name: Type.String(), checksum: Type.String() })),
  seals: Type.Array(Type.Object({ district: Type.String(), number: Type.Integer(), hash: Type.String() })),
  /** The ids of all photos that its rows name. */
  photos: Type.Array(Type.String()),
})
/** What a database says of itself at the moment of which it is kept. */
export type Facts = Static<typeof Facts>

const Manifest = Type.Object({
  format: Type.Literal(1),
  program: Type.String(),
  at: Facts.properties.at,
  kind: Type.Enum(['embedded', 'server']),
  postgres: Facts.properties.postgres,
  migrations: Facts.properties.migrations,
  photos: Type.Integer(),
  /** Photos that a row names and whose bytes were not there: erased meanwhile, or lost before. */
  missing: Type.Array(Type.String()),
  /** By what the keyring is known that it takes to read what is personal, and its newest master key. */
  keyring: Type.Object({ name: Type.String(), master: Type.Integer() }),
  /** SHA-256 of the file `checksums`, which has those of all others. */
  checksums: Type.String(),
})
/** What a backup says of itself. */
export type Manifest = Static<typeof Manifest>

const facts = Compile(Facts)
const manifest = Compile(Manifest)

export const parseFacts = (text: string): Facts => facts.Parse(JSON.parse(text))

/** Where the parts of a backup lie in its folder. */
export const partsOf = (folder: string, kind: Manifest['kind']) => ({
  manifest: join(folder, 'manifest.json'),
  checksums: join(folder, 'checksums'),
  database: join(folder, kind === 'server' ? 'database.dump' : 'database.tar.gz'),
  seals: join(folder, 'seals'),
  files: join(folder, 'files'),
})

export const writeManifest = (folder: string, kept: Manifest): Promise<void> =>
  writeFile(partsOf(folder, kept.kind).manifest, `${JSON.stringify(kept, null, 2)}\n`, { flush: true })

/** What the backup in a folder says of itself. Throws where there is none. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => undefined)
  if (text === undefined) throw new Error(`${folder} is no backup, or one that never became whole: it has no manifest.json`)
  try {
    return manifest.Parse(JSON.parse(text))
  } catch {
    throw new Error(`${folder}/manifest.json is damaged, or of a backup that a newer program made`)
  }
}
