import { setTimeout as sleep } from 'node:timers/promises'

/** What was sent: how long each took, in milliseconds, and all of it, in seconds. */
export interface Load {
  took: readonly number[]
  seconds: number
}

/** Within how many milliseconds such a share of them was done. */
export const percentile = (took: readonly number[], share: number): number =>
  took.toSorted((one, other) => one - other)[Math.ceil(took.length * share) - 1] ?? 0

/** So many clients, each sending one after the other, for some seconds. */
export async function closedLoop(clients: number, seconds: number, send: (client: number) => Promise<unknown>): Promise<Load> {
  const took: number[] = []
  const start = performance.now()
  const sendOn = async (_: unknown, client: number) => {
    while (performance.now() < start + seconds * 1000) {
      const began = performance.now()
      await send(client)
      took.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: clients }, sendOn))
  return { took, seconds: (performance.now() - start) / 1000 }
}

/**
 * So many a second that come by the clock, whether or not those before are done: at each of these rates for so many seconds. Gives
 * also how many milliseconds after the last had come all were done.
 */
export async function offered(
  rates: readonly number[],
  seconds: number,
  send: (turn: number) => Promise<unknown>,
): Promise<Load & { recovery: number }> {
  const dues = rates.flatMap((rate, index) =>
    Array.from({ length: Math.round(rate * seconds) }, (_, number) => 1000 * (index * seconds + number / rate)),
  )
  const took: number[] = []
  const going: Promise<void>[] = []
  const start = performance.now()
  for (const [turn, due] of dues.entries()) {
    const early = start + due - performance.now()
    if (early > 0) await sleep(early)
    const began = performance.now()
    going.push(send(turn).then(() => void took.push(performance.now() - began)))
  }
  const last = performance.now()
  await Promise.all(going)
  const end = performance.now()
  return { took, seconds: (end - start) / 1000, recovery: end - last }
}
