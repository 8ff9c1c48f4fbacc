import { readFile } from 'node:fs/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Served } from '../../chaos/server.ts'

/** What a process took of the memory at one moment, in megabytes: of the machine's, and of the heap of JavaScript what is in use. */
export interface Sample {
  resident: number
  heap: number
}

const every = 5000
const mega = 1024 * 1024

/** Samples a process while work goes on, every five seconds. `metrics` is the address of its figures. */
export async function watch(server: Served, metrics: string, work: Promise<unknown>): Promise<Sample[]> {
  const samples: Sample[] = []
  let over = false
  const watching = (async () => {
    while (!over) {
      samples.push({
        resident: await residentOf(server.pid()),
        heap: (await figure(metrics, 'nodejs_heap_size_used_bytes')) / mega,
      })
      await sleep(every)
    }
  })()
  await work.finally(() => {
    over = true
  })
  await watching
  return samples
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

export const least = (figures: readonly number[]): number => Math.min(...figures)

/** The second and the last quarter of what was sampled, each as one figure. */
export const quarters = (figures: readonly number[], as: (figures: readonly number[]) => number): [number, number] => {
  const quarter = Math.floor(figures.length / 4)
  return [as(figures.slice(quarter, 2 * quarter)), as(figures.slice(-quarter))]
}
