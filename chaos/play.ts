import { join } from 'node:path'
import { keyringIn } from '#kernel/vault/keyring.ts'
import type { Goals } from '#testing/goals.ts'
import { type Heard, startClients } from './client.ts'
import { type Ground, layGround } from './ground.ts'
import { reckon } from './reckon.ts'
import { darkPhotos } from './restored.ts'
import { isReady, type Served, serve } from './server.ts'
import { startUploads } from './uploads.ts'
import { layWire, type Quality, type Wire } from './wire.ts'

/** What stands while something is broken: the ground, the servers on it, and the people before them. */
export interface Scene {
  ground: Ground
  servers: readonly Served[]
  /** The wire to the database, where there is one. */
  wire: Wire | undefined
  /** Begins to count anew how long nobody is answered. */
  listen: () => void
  heard: Heard
  /** The photos that were kept so far, by id. */
  photos: readonly string[]
}

export interface Play {
  name: string
  kind?: Ground['kind']
  /** Lays the ground, if it is to be another than one of that kind. */
  lay?: () => Promise<Ground>
  /** How many servers stand on the one database. */
  servers?: number
  /** The folder to lie in, if not where temporary files lie. */
  under?: string
  /** What more the servers are told, each by its number. */
  environment?: (number: number) => Record<string, string>
  /** Whether people come by a balancer, which asks each server ten times a second whether it is ready, and goes by that. */
  balanced?: boolean
  /** Wires to be cut, or to be slow and lossy: between the servers and the database, and between people and each server. */
  wires?: { database?: Quality; people?: Quality }
  /** What is broken, and mended again. Gives what else there is to say of it. */
  breaks: (scene: Scene) => Promise<string>
  /** What else must hold, once all is over. */
  holds?: () => boolean
}

/** One address after another of those that there are at the moment. */
export function inTurn(doors: () => readonly string[]): () => string {
  let turn = 0
  return () => {
    const there = doors()
    return there[turn++ % there.length] ?? ''
  }
}

/** What stands before several servers and shares out requests: only to those that say that they are ready. */
function balance(doors: readonly string[]) {
  let ready = doors
  let stopped = false
  const look = async () => {
    while (!stopped) {
      const said = await Promise.all(doors.map((door) => isReady(door)))
      const there = doors.filter((_, index) => said[index])
      if (there.length > 0) ready = there
      await pause(100)
    }
  }
  void look()
  return {
    ready: () => ready,
    stop: () => {
      stopped = true
    },
  }
}

/** Plays one disaster under a mixed load, and holds what the database then has against what was acknowledged. */
export async function play(
  goals: Goals,
  {
    name,
    kind = 'server',
    lay,
    servers: count = 1,
    environment = () => ({}),
    under,
    balanced = false,
    wires = {},
    breaks,
    holds = () => true,
  }: Play,
) {
  const ground = await (lay ? lay() : layGround(kind, under))
  const servers: Served[] = []
  const laid: Wire[] = []
  /** The way to an address over a wire. */
  const over = async (address: string, quality: Quality) => {
    const way = new URL(address)
    const wire = await layWire(Number(way.port), quality)
    laid.push(wire)
    way.port = String(wire.port)
    return { wire, address: way.href.replace(/\/$/, '') }
  }
  try {
    const detour = wires.database && ground.postgres && (await over(ground.postgres.address, wires.database))
    const all = { ...ground.environment, ...(detour && { DATABASE_URL: detour.address }) }
    for (let number = 0; number < count; number += 1) servers.push(await serve({ ...all, ...environment(number) }))
    const doors: string[] = []
    for (const { address } of servers) doors.push(wires.people ? (await over(address, wires.people)).address : address)
    const balancer = balanced ? balance(doors) : undefined
    const addressOf = inTurn(balancer?.ready ?? (() => doors))
    const clients = startClients(ground.district, addressOf, 10)
    const uploads = await startUploads(ground.district, addressOf)
    await pause(2000)
    clients.listen()
    const { heard: meanwhile, listen } = clients
    const words = await breaks({ ground, servers, wire: detour?.wire, listen, heard: meanwhile, photos: uploads.kept })
    const before = clients.heard.acknowledged.length
    const goesOn = () => clients.heard.acknowledged.length > before
    await pause(3000)
    const atOnce = goesOn()
    for (let seconds = 3; seconds < 30 && !goesOn(); seconds += 1) await pause(1000)
    const isAlive = goesOn()
    const heard = await clients.stop()
    const photos = await uploads.stop()
    balancer?.stop()
    for (const server of servers) await server.stop()
    const database = await ground.open()
    const { acknowledged, lost, twice, broken } = await reckon(database, ground.district, heard)
    const place = ground.environment.LINLI_DATA ?? ''
    const ring = await keyringIn(join(place, 'keyring.json'))
    const files = join(place, 'files')
    const { dark } = await darkPhotos(database, { district: ground.district, ring, files, wanted: photos })
    await database.close()
    const bad = lost.length + twice.length + broken.length + dark.length
    goals.note({
      name,
      figure: `${acknowledged} acknowledged: ${lost.length} lost, ${twice.length} twice, ${broken.length} broken; ${photos.length} photos: ${dark.length} lost or dark; longest silence ${(heard.silence / 1000).toFixed(1)} s${words && `; ${words}`}; refusals ${JSON.stringify(Object.fromEntries(heard.refused))}${isAlive ? '' : '; NOBODY IS ANSWERED AFTERWARDS'}`,
      goal: 'none lost, none twice, none broken, photos kept, and it goes on within 3 s',
      holds: bad === 0 && isAlive && photos.length > 0 && holds(),
      late: !atOnce,
      // Where nobody is answered any more, the servers' own last words.
      found: [
        ...(isAlive ? [] : servers.map(({ said }) => said().slice(-1500))),
        ...lost.map((what) => `lost: ${what}`),
        ...twice.map((what) => `twice: ${what}`),
        ...broken,
        ...dark,
      ],
    })
  } finally {
    for (const server of servers) await server.kill()
    for (const wire of laid) await wire.close()
    await ground.end()
  }
}

export const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds))

/** Waits for something, a minute and a half at most. Gives the seconds that it took. */
export async function until(holds: () => Promise<boolean>, what: string): Promise<number> {
  const began = performance.now()
  while (!(await holds())) {
    if (performance.now() - began > 90_000) throw new Error(`waited in vain until ${what}`)
    await pause(200)
  }
  return (performance.now() - began) / 1000
}
