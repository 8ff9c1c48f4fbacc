import { once } from 'node:events'
import { mkdir, rm, rmdir, stat } from 'node:fs/promises'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'

/** What a system takes as the path of a socket, at the least (macOS). */
const longest = 100

/** The socket in a folder that stands for it. A place elsewhere would not be the same for every process. */
function doorOf(folder: string): string {
  const door = join(folder, 'linli.sock')
  if (Buffer.byteLength(door) > longest)
    throw new Error(`the path of ${folder} is too long: LINLI_DATA may have ${longest - '/linli.sock'.length} bytes`)
  return door
}

/**
 * Keeps a data folder whose embedded database this process opens, which no second one may open meanwhile: a socket stands for that,
 * and whoever calls there is given a copy. Refuses where another process keeps it. One that was killed leaves a socket at which nobody
 * answers; it is taken over. Gives what ends the keeping.
 */
export async function keep(folder: string, give: (caller: Socket) => Promise<void>): Promise<() => Promise<void>> {
  const path = doorOf(folder)
  await mkdir(folder, { recursive: true })
  const server = createServer({ allowHalfOpen: true }, (caller) => {
    caller.on('error', () => {})
    // Whoever only looks whether somebody is there hangs up again.
    caller.on('end', () => caller.end())
    caller.once('data', () =>
      give(caller).catch((error: unknown) => {
        console.error('a copy of the database could not be given:', error)
        caller.destroy()
      }),
    )
  })
  if (!(await listens(server, path)) && !(await takesOver(server, path)))
    throw new Error(`another process of linli has the database in ${folder} open: end it first`)
  server.unref()
  return async () => {
    server.close()
  }
}

/** Whether a server could begin to listen; not where there is a socket already. */
async function listens(server: Server, path: string): Promise<boolean> {
  server.listen(path)
  return once(server, 'listening').then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') return false
      throw error
    },
  )
}

/** Listens in place of one that was killed: at its socket nobody answers. Of several that find it so, one at a time. */
async function takesOver(server: Server, path: string): Promise<boolean> {
  if (await answers(path)) return false
  const turn = `${path}.turn`
  const begun = await stat(turn).catch(() => undefined)
  if (begun && Date.now() - begun.mtimeMs > longestTurn) await rmdir(turn).catch(() => {})
  const mine = await mkdir(turn).then(
    () => true,
    () => false,
  )
  if (!mine) return false
  try {
    if (await answers(path)) return false
    await rm(path, { force: true })
    return await listens(server, path)
  } finally {
    await rmdir(turn)
  }
}
/** In milliseconds: whoever takes longer was killed meanwhile. */
const longestTurn = 10_000

/** Calls whoever keeps a data folder; gives nothing where nobody does. */
export const callKeeper = async (folder: string): Promise<Socket | undefined> => call(doorOf(folder))

async function call(path: string): Promise<Socket | undefined> {
  const socket = connect(path)
  const answered = await once(socket, 'connect').then(
    () => true,
    () => false,
  )
  return answered ? socket : undefined
}

async function answers(path: string): Promise<boolean> {
  const socket = await call(path)
  socket?.destroy()
  return socket !== undefined
}
