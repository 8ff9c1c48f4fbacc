import { sql } from 'kysely'
import { fillWords } from '#capabilities/cases/store/words.ts'
import { ensureMonths } from '#kernel/database/months.ts'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { forgetKeys } from '#kernel/flow/store/keys.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { systemClock } from '#kernel/time/clock.ts'
import type { Furnished } from './house.ts'

/** The districts of this installation. */
export const districtsOf = (database: Database): Promise<string[]> =>
  within(database, { as: 'owner' }, async (connection) => {
    const { rows } = await sql<{ district: string }>`select district from place.districts order by district`.execute(connection)
    return rows.map(({ district }) => district)
  })

/** What a district's turn did: timers sent, notices delivered. */
export async function turn(
  { ring, house }: Furnished,
  district: string,
  report: (fault: unknown) => void,
): Promise<{ timers: number; delivered: number }> {
  const sum = { timers: 0, delivered: 0 }
  // Less than a full batch was the last: what has come up since is for the next turn, a second from now.
  for (let batch = full; batch === full; ) {
    const { sent, faults } = await ring(district)
    for (const fault of faults) report(fault)
    batch = sent + faults.length
    sum.timers += sent
  }
  for (let batch = full; batch === full; ) {
    batch = await deliver(house.database, district, house.clock(), full)
    sum.delivered += batch
  }
  return sum
}

const full = 100

/**
 * Makes the rounds while the server runs, about one a second: the timers that are due and what waits to leave; every sixtieth a
 * seal, every 3600th what may be forgotten and cases of before there was a search. Several processes may do so at once. Gives the function that stops it and waits for
 * its end.
 */
export function makeRounds(furnished: Furnished, report: (fault: unknown) => void): () => Promise<void> {
  const { database, clock } = furnished.house
  let stopped = false
  let rounds = 0
  const round = async () => {
    for (const district of await districtsOf(database)) {
      await turn(furnished, district, report)
      if (rounds % 60 === 0) while (await sealDistrict(database, district, clock()));
      if (rounds % 3600 === 0) while ((await fillWords(database, furnished.house.ring, district)) > 0);
      if (rounds % 3600 === 0)
        while (
          (await within(database, { as: 'owner', district }, (connection) => forgetKeys(connection, district, clock()))) > 0
        );
    }
    // The months go by the machine's time, as ids do.
    if (rounds % 3600 === 0) await ensureMonths(database, systemClock())
    rounds += 1
  }
  const going = (async () => {
    while (!stopped) {
      await round().catch(report)
      await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  })()
  return () => {
    stopped = true
    return going
  }
}
