import { createReadStream, createWriteStream } from 'node:fs'
import type { Socket } from 'node:net'
import { Readable } from 'node:stream'
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

/** Gives whoever calls a copy of the database: first a line with what it says of itself, then its bytes. */
export async function giveCopy(database: Database, caller: Socket): Promise<void> {
  const { facts, copy } = await copyOf(database)
  caller.write(`${JSON.stringify(facts)}\n`)
  await pipeline(Readable.fromWeb(copy.stream()), caller)
}

/** Has the process that keeps a data folder write a copy of its database into a file. Gives what the copy says of itself. */
export async function takeCopy(folder: string, file: string): Promise<Facts> {
  const keeper = await callKeeper(folder)
  if (!keeper) throw new Error(`nobody has the database in ${folder} open`)
  keeper.write('copy\n')
  let line = ''
  const copy = async function* (pieces: AsyncIterable<Buffer>) {
    let isCopy = false
    for await (const piece of pieces) {
      const end = piece.indexOf('\n')
      if (isCopy) yield piece
      else if (end === -1) line += piece.toString()
      else {
        line += piece.subarray(0, end).toString()
        isCopy = true
        yield piece.subarray(end + 1)
      }
    }
  }
  await pipeline(keeper, copy, createGzip({ level: 4 }), createWriteStream(file, { flush: true, mode: 0o600 }))
  if (line === '') throw new Error(`the process that has the database in ${folder} open gave no copy of it: see its log`)
  return parseFacts(line)
}

/** The database that such a file holds, to open another from. */
export async function copyIn(file: string): Promise<Blob> {
  const pieces: Buffer<ArrayBuffer>[] = []
  await pipeline(createReadStream(file), createGunzip(), async (bytes: AsyncIterable<Buffer<ArrayBuffer>>) => {
    for await (const piece of bytes) pieces.push(piece)
  })
  return new Blob(pieces)
}
