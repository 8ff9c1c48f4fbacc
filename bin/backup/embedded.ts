import { randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { readdir, rm, writeFile } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { sql } from 'kysely'
import type { Database } from '#kernel/database/open.ts'
import { callKeeper } from '../keeper.ts'
import { factsOf } from './facts.ts'
import { type Facts, parseFacts } from './manifest.ts'
import { sealAll } from './seals.ts'

/** The embedded database between two transactions, and what it says of itself there. Everybody waits for as long as it takes. */
async function copyOf(database: Database): Promise<{ facts: Facts; copy: Blob }> {
  await sealAll(database)
  return database.kysely.connection().execute(async (connection) => {
    await sql`checkpoint`.execute(connection)
    const copy = await database.snapshot?.()
    if (!copy) throw new Error('the embedded database gave no copy of itself')
    return { facts: await factsOf(connection), copy }
  })
}

/** How the files that copies are given in begin. */
const copies = 'copy-'

/** Removes what a process that was killed while it gave a copy left behind. For whoever keeps the folder. */
export async function forgetCopies(folder: string): Promise<void> {
  for (const name of await readdir(folder)) if (name.startsWith(copies)) await rm(join(folder, name), { force: true })
}

/**
 * Gives whoever calls a copy of the database: a line with what it says of itself, and the name of a file beside it that lies there
 * until they hang up. Written in large pieces, and not sent: a busy server would take a minute over many small ones.
 */
export async function giveCopy(database: Database, folder: string, caller: Socket): Promise<void> {
  const { facts, copy } = await copyOf(database)
  const file = join(folder, `${copies}${randomUUID()}.tar`)
  caller.once('close', () => rm(file, { force: true }))
  await writeFile(file, piecesOf(copy), { mode: 0o600 })
  if (caller.destroyed) await rm(file, { force: true })
  caller.write(`${JSON.stringify(facts)}\n${file}\n`)
}

async function* piecesOf(blob: Blob, size = 32 * 1024 * 1024): AsyncGenerator<Buffer> {
  for (let from = 0; from < blob.size; from += size) yield Buffer.from(await blob.slice(from, from + size).arrayBuffer())
}

/** Has the process that keeps a data folder copy its database, and packs that into a file. Gives what the copy says of itself. */
export async function takeCopy(folder: string, file: string): Promise<Facts> {
  const keeper = await callKeeper(folder)
  if (!keeper) throw new Error(`nobody has the database in ${folder} open`)
  try {
    keeper.write('copy\n')
    const lines = createInterface({ input: keeper })[Symbol.asyncIterator]()
    const [facts, copy] = [await lines.next(), await lines.next()]
    if (facts.done || copy.done)
      throw new Error(`the process that has the database in ${folder} open gave no copy of it: see its log`)
    await pipeline(createReadStream(copy.value), createGzip({ level: 4 }), createWriteStream(file, { flush: true, mode: 0o600 }))
    return parseFacts(facts.value)
  } finally {
    keeper.destroy()
  }
}

/** The database that such a file holds, to open another from. */
export async function copyIn(file: string): Promise<Blob> {
  const pieces: Buffer<ArrayBuffer>[] = []
  await pipeline(createReadStream(file), createGunzip(), async (bytes: AsyncIterable<Buffer<ArrayBuffer>>) => {
    for await (const piece of bytes) pieces.push(piece)
  })
  return new Blob(pieces)
}
