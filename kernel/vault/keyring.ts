import { hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { type Static, Type } from 'typebox'
import { Compile } from 'typebox/compile'
import { type Suite, suite } from './suite.ts'

/** The installation's secrets: master keys by number (the newest wraps new data keys), and the key of the keyed hashes. */
export interface Keyring {
  current: number
  masters: ReadonlyMap<number, Buffer>
  /** A key for one purpose, derived from the secret that never rotates: telephones must stay findable. */
  keyFor: (purpose: string) => Buffer
}

const Stored = Type.Object({
  current: Type.Integer(),
  masters: Type.Record(Type.String(), Type.String()),
  hashing: Type.String(),
  // Missing in those that were made before there were two, which are international.
  suite: Type.Optional(Type.Enum(['international', 'gm'])),
})
const stored = Compile(Stored)

const asKeyring = ({ current, masters, hashing, suite: founded = 'international' }: Static<typeof Stored>): Keyring => {
  if (founded !== suite.name) throw new Error(otherSuite(founded))
  const byNumber = new Map(Object.entries(masters).map(([number, key]) => [Number(number), Buffer.from(key, 'base64')]))
  for (const [number, key] of byNumber)
    if (key.length !== 32) throw new Error(`master key ${number} is ${key.length} bytes long: it must be 32 bytes, in base64`)
  if (!byNumber.has(current)) throw new Error(`the keyring has no master key ${current}, which it calls its current one`)
  const secret = Buffer.from(hashing, 'base64')
  return { current, masters: byNumber, keyFor: kept((purpose) => Buffer.from(hkdfSync(suite.hash, secret, '', purpose, 32))) }
}

/** Derives a key once. There are as many as there are purposes in the code. */
function kept(derive: (purpose: string) => Buffer): (purpose: string) => Buffer {
  const keys = new Map<string, Buffer>()
  return (purpose) => {
    const key = keys.get(purpose) ?? derive(purpose)
    keys.set(purpose, key)
    return key
  }
}

const freshStored = (): Static<typeof Stored> => ({
  current: 1,
  masters: { 1: randomBytes(32).toString('base64') },
  hashing: randomBytes(32).toString('base64'),
  suite: suite.name,
})

/** What telephones and codes are found by was made by one suite: an installation stays with the one that it was founded with. */
const otherSuite = (founded: Suite['name']) =>
  founded === 'gm'
    ? 'this installation was founded with the national algorithms: set LINLI_CRYPTO=gm'
    : 'this installation was founded without LINLI_CRYPTO=gm: leave it out, or found another'

/** By what a keyring is known again that must not be shown itself; the same also after it was rotated. */
export const nameOfRing = (ring: Keyring): string => ring.keyFor('name').toString('hex').slice(0, 16)

/** A keyring of its own, for tests. */
export const freshKeyring = (): Keyring => asKeyring(freshStored())

/** Reads a keyring from its JSON text, as the environment (`LINLI_KEYRING`) or a file holds it. */
export const parseKeyring = (text: string): Keyring => asKeyring(stored.Parse(JSON.parse(text)))

/** The keyring in a file, readable by its owner alone; made on first use. Whoever loses it loses every name and number. */
export async function keyringIn(file: string): Promise<Keyring> {
  const found = await textOf(file)
  if (found !== undefined) return parseKeyring(found)
  await mkdir(dirname(file), { recursive: true })
  // Of two processes that start together one makes it, and the other reads what that one made.
  await written(file, freshStored(), (part) =>
    link(part, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    }),
  )
  return parseKeyring(await readFile(file, 'utf8'))
}

/** What a keyring's file says; nothing where there is none. One that cannot be read is not taken for none. */
export const textOf = (file: string): Promise<string | undefined> =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return undefined
  })

/** Adds a new master key and makes it the current one (`linli rotate`); data keys are wrapped anew afterwards. */
export async function addMasterKey(file: string): Promise<void> {
  const ring = stored.Parse(JSON.parse(await readFile(file, 'utf8')))
  const next = ring.current + 1
  const grown = { ...ring, current: next, masters: { ...ring.masters, [next]: randomBytes(32).toString('base64') } }
  await written(file, grown, (part) => rename(part, file))
}

/** Writes a keyring beside its file and puts it there once all of it is on the disk: what stood there is there until then. */
async function written(file: string, ring: Static<typeof Stored>, place: (part: string) => Promise<void>): Promise<void> {
  const part = `${file}.${randomUUID()}.part`
  try {
    await writeFile(part, JSON.stringify(ring), { mode: 0o600, flag: 'wx', flush: true })
    await place(part)
    await synced(dirname(file))
  } finally {
    await rm(part, { force: true })
  }
}

/** Has a folder's names on the disk, where the system lets a folder be asked for that. */
async function synced(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  await opened.sync().catch(() => undefined)
  await opened.close()
}
