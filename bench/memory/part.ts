import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Goals } from '#testing/goals.ts'
import type { Part } from '#testing/parts.ts'
import { freePorts } from '#testing/ports.ts'
import { serve } from '../../chaos/server.ts'
import { crowded, crowdedFolder } from '../ground.ts'
import { dayOf } from './day.ts'
import { listeners } from './listeners.ts'
import { type Everybody, signedIn } from './people.ts'
import { figure, least, middle, quarters, watch } from './watch.ts'

/**
 * Whether a process takes more and more memory under a steady load. Flat is: of its resident set the middle one of the last quarter
 * is at most a tenth above the middle one of the second. The first quarter is when code is compiled and pools fill; a middle
 * one is moved neither by a collection nor by one large upload. Of the heap the least of each quarter is compared, which is what a
 * collection left: what is in use between two of them says how lately it was collected.
 */
export const part: Part = async (goals, { quick }) => {
  if (!existsSync('/proc/self/status')) return console.log('  no /proc on this machine: memory was not measured')
  const [count, seconds] = quick ? [1000, 90] : [10_000, 20 * 60]
  await crowded(count, ({ environment }) => measured(goals, 'on a server', environment, seconds))
  await crowdedFolder(count, (environment) => measured(goals, 'embedded', environment, seconds))
}

async function measured(goals: Goals, where: string, environment: Record<string, string>, seconds: number): Promise<void> {
  const meters = `127.0.0.1:${await freePorts()}`
  const metrics = `http://${meters}/metrics`
  const server = await serve({ ...environment, LINLI_DEMO: 'on', LINLI_METRICS: meters })
  try {
    const day = busy(server.address, await signedIn(server.address), seconds)
    const samples = await watch(server, metrics, day)
    const { done, failed } = await day
    const flat = (name: string, [second, last]: [number, number]) =>
      goals.note({
        name: `${name} after ${seconds} s, ${where}`,
        figure: `${last.toFixed(0)} MB in the last quarter, ${second.toFixed(0)} MB in the second: ${(last / second).toFixed(2)}`,
        goal: 'at most 1.10',
        holds: last <= 1.1 * second,
      })
    console.log(`  ${where}: ${(done / seconds).toFixed(1)} things done a second`)
    flat(
      'resident set',
      quarters(
        samples.map(({ resident }) => resident),
        middle,
      ),
    )
    flat(
      'heap',
      quarters(
        samples.map(({ heap }) => heap),
        least,
      ),
    )
    goals.none(`what failed meanwhile, ${where}`, failed, `of ${done}`)
    await sleep(1000)
    const left = await figure(metrics, 'linli_live_readers')
    goals.note({
      name: `pages still listened for when all have gone, ${where}`,
      figure: String(left),
      goal: '0',
      holds: left === 0,
    })
  } finally {
    await server.stop()
  }
}

/** The load of a day, with pages that listen beside it. */
async function busy(address: string, people: Everybody, seconds: number) {
  const leave = listeners(address, people)
  return dayOf(address, people, seconds).finally(leave)
}
