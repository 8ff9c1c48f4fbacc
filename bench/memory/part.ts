import { existsSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Goals } from '#testing/goals.ts'
import type { Part } from '#testing/parts.ts'
import { freePorts } from '#testing/ports.ts'
import { serve } from '../../chaos/server.ts'
import { crowded, crowdedFolder } from '../ground.ts'
import { collecting } from './collect.ts'
import { dayOf } from './day.ts'
import { listeners } from './listeners.ts'
import { type Everybody, signedIn } from './people.ts'
import { figure, middle, quarters, watch } from './watch.ts'

/**
 * Whether a process takes more and more memory under a steady load. Flat is: of its resident set the middle one of the last quarter
 * is at most a tenth above the middle one of the second, and so is what its heap keeps at their ends. In the first quarter code is
 * compiled and pools fill; a middle one is moved by no single collection, and by no single upload.
 */
export const part: Part = async (goals, { quick }) => {
  if (!existsSync('/proc/self/status')) return goals.notRun('memory', 'no /proc on this machine')
  const [count, seconds] = quick ? [1000, 90] : [10_000, 20 * 60]
  await crowded(count, ({ environment }) => measured(goals, 'on a server', environment, seconds))
  await crowdedFolder(count, (environment) => measured(goals, 'embedded', environment, seconds))
}

async function measured(goals: Goals, where: string, environment: Record<string, string>, seconds: number): Promise<void> {
  const meters = `127.0.0.1:${await freePorts()}`
  const metrics = `http://${meters}/metrics`
  const server = await serve({ ...environment, ...collecting, LINLI_DEMO: 'on', LINLI_METRICS: meters })
  try {
    const day = busy(server.address, await signedIn(server.address), seconds)
    const [{ done, failed }, { resident, heap }] = await Promise.all([day, watch(server, metrics, seconds)])
    const flat = (name: string, [second = 0, last = 0]: readonly number[]) =>
      goals.note({
        name: `${name} after ${seconds} s, ${where}`,
        figure: `${last.toFixed(0)} MB in the last quarter, ${second.toFixed(0)} MB in the second: ${(last / second).toFixed(2)}`,
        goal: 'at most 1.10',
        holds: last <= 1.1 * second,
      })
    console.log(`  ${where}: ${(done / seconds).toFixed(1)} things done a second`)
    flat('resident set', quarters(resident).map(middle))
    flat('what the heap keeps', quarters(heap).map(middle))
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
