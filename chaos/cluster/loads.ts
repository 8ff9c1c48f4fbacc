import { type Heard, startClients } from '../client.ts'
import { until } from '../play.ts'

/** People at work in several districts at once, and what each district heard. */
export interface Loads {
  heard: ReadonlyMap<string, Heard>
  /** Begins to count silence anew, in every district. */
  listen: () => void
  /** How many commands were acknowledged until now, by district. */
  counts: () => ReadonlyMap<string, number>
  stop: () => Promise<void>
}

/** Lets some people work in each district, as in every other disaster. */
export function startLoads(districts: readonly string[], addressOf: () => string, people: number): Loads {
  const clients = new Map(districts.map((district) => [district, startClients(district, addressOf, people)]))
  const heard = new Map([...clients].map(([district, one]) => [district, one.heard]))
  return {
    heard,
    listen: () => {
      for (const one of clients.values()) one.listen()
    },
    counts: () => new Map([...heard].map(([district, { acknowledged }]) => [district, acknowledged.length])),
    stop: async () => {
      await Promise.all([...clients.values()].map((one) => one.stop()))
    },
  }
}

/** Waits until somebody in each of some districts is answered, a minute at most. Gives the seconds that it took. */
export async function untilAnswered({ counts }: Loads, districts: Iterable<string>): Promise<number> {
  const before = counts()
  const waiting = new Set(districts)
  return until(async () => {
    const now = counts()
    for (const district of waiting) if ((now.get(district) ?? 0) > (before.get(district) ?? 0)) waiting.delete(district)
    return waiting.size === 0
  }, 'people in every district are answered')
}

/** Of some districts, the longest time in which one's people had no answer, in seconds. */
export const longestSilence = ({ heard }: Loads, districts: Iterable<string> = heard.keys()): number =>
  Math.max(0, ...[...districts].map((district) => heard.get(district)?.silence ?? 0)) / 1000

export interface Timed {
  seconds: number
  /** The longest time in which a district's people had no answer meanwhile, in seconds. */
  silence: number
}

/** How long something takes, and how long people wait for it. */
export async function timed(loads: Loads, work: () => Promise<unknown>): Promise<Timed> {
  loads.listen()
  const began = performance.now()
  await work()
  const seconds = (performance.now() - began) / 1000
  await untilAnswered(loads, loads.heard.keys())
  return { seconds, silence: longestSilence(loads) }
}

export const inSeconds = (seconds: number) => `${seconds.toFixed(1)} s`
