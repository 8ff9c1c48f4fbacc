import { once } from 'node:events'
import { mkdir, rm } from 'node:fs/promises'
import { connect, createServer, type Socket } from 'node:net'
import { join } from 'node:path'

/** What a system takes as the path of a socket, at the least (macOS). */
const longest = 100

const doorOf = (folder: string) => join(folder, 'linli.sock')

/**
 * Keeps a data folder whose embedded database this process opens, which no second one may open meanwhile: a socket in it stands
 * for that, open to its owner alone, and whoever calls there is given a copy. Refuses where another process keeps it. One that was
 * killed leaves a socket at which nobody answers; it is taken over. Gives what ends the keeping.
 */
export async function keep(folder: string, give: (caller: Socket) => Promise<void>): Promise<() => Promise<void>> {
  await mkdir(folder, { recursive: true })
  const path = doorOf(folder)
  if (Buffer.byteLength(path) > longest) {
    console.warn(`${folder} is too long a path to be kept: see yourself to it that only one process opens it`)
    return async () => {}
  }
  const other = await callKeeper(folder)
  other?.destroy()
  if (other) throw new Error(`another process of linli has the database in ${folder} open: end it first`)
  await rm(path, { force: true })
  const server = createServer({ allowHalfOpen: true }, (caller) => {
    caller.on('error', () => {})
    // Whoever only looks whether somebody is there hangs up again.
    caller.on('end', () => caller.end())
    caller.once('data', () => give(caller).catch((error: unknown) => caller.destroy(error instanceof Error ? error : undefined)))
  })
  server.listen(path)
  await once(server, 'listening')
  server.unref()
  return async () => {
    server.close()
  }
}

/** Calls whoever keeps a data folder; gives nothing where nobody does. */
export async function callKeeper(folder: string): Promise<Socket | undefined> {
  const path = doorOf(folder)
  if (Buffer.byteLength(path) > longest) return
  const socket = connect(path)
  const answered = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  return answered ? socket : undefined
}
