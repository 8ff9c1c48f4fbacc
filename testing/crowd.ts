import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { furnish } from '#bin/house.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { openServer } from '#kernel/database/open.ts'
import type { App } from '#kernel/http/app.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { keyringIn } from '#kernel/vault/keyring.ts'

/** Workers of one grid, signed in, who all accept the same cases at once, through a server process of their own. */
interface Crowd {
  address: string
  district: string
  ids: string[]
  /** The cookie of each, by number. */
  workers: Record<number, string>
  now: string
  /** The file with the keys of the installation. */
  keyring: string
}

/** How one worker fared with one case: they have it, or they are told who has. */
export interface Answer {
  id: string
  worker: number
  told: string | undefined
}

export const nameOf = (worker: number) => `网格员${worker}`

/** Lets a crowd press "accept" from a process of its own. */
export async function crowdElsewhere(crowd: Crowd): Promise<Answer[]> {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(crowd)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`the other process ended with ${code}`)
  return JSON.parse(output)
}

async function press({ address, district, ids, workers, now, keyring }: Crowd): Promise<Answer[]> {
  const clock: Clock = () => Temporal.Instant.from(now)
  const database = openServer(address)
  const { app } = await furnish({
    ...{ database, clock, ring: await keyringIn(keyring), files: '' },
    suggester: ruleSuggester(),
    fault: (error) => console.error(error),
    sendCode: async () => ({}),
  })
  const answers = await everybodyAccepts(app, { district, ids, workers })
  await app.close()
  await database.close()
  return answers
}

/** Every worker presses "accept" on every case, at once, over the interface. */
export function everybodyAccepts(
  app: Pick<App, 'inject'>,
  { district, ids, workers }: Pick<Crowd, 'district' | 'ids' | 'workers'>,
): Promise<Answer[]> {
  const accept = async (worker: number, cookie: string, id: string): Promise<Answer> => {
    const headers = { 'linli-district': district, cookie: `linli=${cookie}`, 'idempotency-key': randomUUID() }
    const reply = await app.inject({ method: 'POST', url: `/api/cases/${id}/accept`, payload: {}, headers })
    if (reply.statusCode !== 200 && reply.statusCode !== 409) throw new Error(`${reply.statusCode}: ${reply.body}`)
    return { id, worker, told: reply.statusCode === 409 ? reply.json().because.zh : undefined }
  }
  return Promise.all(ids.flatMap((id) => Object.entries(workers).map(([worker, cookie]) => accept(Number(worker), cookie, id))))
}

const [, program, given] = process.argv
if (program === fileURLToPath(import.meta.url) && given) process.stdout.write(JSON.stringify(await press(JSON.parse(given))))
