import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Served } from '../../chaos/server.ts'

/** What a process took of the machine's memory, sampled, and its heap of JavaScript in use after each quarter; in megabytes. */
interface Watched {
  resident: number[]
  heap: number[]
}

const every = 5000
const mega = 1024 * 1024

/**
 * Watches a process for some seconds. After each quarter it collects its garbage: how much of that lies about says how lately it was
 * collected, and nothing of what is kept. `metrics` is the address of its figures.
 */
export async function watch(server: Served, metrics: string, seconds: number): Promise<Watched> {
  const watched: Watched = { resident: [], heap: [] }
  const start = performance.now()
  for (let quarter = 1; quarter <= 4; quarter += 1) {
    while (performance.now() < start + quarter * 250 * seconds) {
      watched.resident.push(await residentOf(server.pid()))
      await sleep(every)
    }
    process.kill(server.pid(), 'SIGUSR2')
    await sleep(1000)
    watched.heap.push((await figure(metrics, 'nodejs_heap_size_used_bytes')) / mega)
  }
  return watched
}

/** The resident set of a process, as the kernel counts it. */
async function residentOf(pid: number): Promise<number> {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1024
}

/** One of a process's figures. */
export async function figure(metrics: string, name: string): Promise<number> {
  const text = await (await fetch(metrics)).text()
  return Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(text)?.[1] ?? Number.NaN)
}

export const middle = (figures: readonly number[]): number =>
  figures.toSorted((one, other) => one - other)[figures.length >> 1] ?? Number.NaN

/** The second and the last quarter of what was sampled. */
export const quarters = (figures: readonly number[]): [readonly number[], readonly number[]] => {
  const quarter = Math.floor(figures.length / 4)
  return [figures.slice(quarter, 2 * quarter), figures.slice(-quarter)]
}
