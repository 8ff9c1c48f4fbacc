import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { furnish } from '#bin/house.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { openServer } from '#kernel/database/open.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'

/** Workers of one grid who all accept the same cases at once, from a server process of their own. */
interface Crowd {
  address: string
  district: string
  ids: string[]
  workers: number[]
  now: string
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

async function press({ address, district, ids, workers, now }: Crowd): Promise<Answer[]> {
  const clock: Clock = () => Temporal.Instant.from(now)
  const database = openServer(address)
  const { app, house, cases } = await furnish({
    ...{ database, clock, ring: freshKeyring(), files: '' },
    suggester: ruleSuggester(),
    sendCode: async () => ({}),
  })
  const accept = async (worker: number, id: string): Promise<Answer> => {
    const actor = { district, id: `w${worker}`, name: nameOf(worker), role: 'gridWorker' as const, unit: 'g-plum' }
    const outcome = await perform(house, cases, { name: 'accept', id, input: {}, actor, key: randomUUID(), scope: actor.id })
    return { id, worker, told: isRefusal(outcome) ? outcome.because.zh : undefined }
  }
  const answers = await Promise.all(ids.flatMap((id) => workers.map((worker) => accept(worker, id))))
  await app.close()
  await database.close()
  return answers
}

const [, program, given] = process.argv
if (program === fileURLToPath(import.meta.url) && given) process.stdout.write(JSON.stringify(await press(JSON.parse(given))))
