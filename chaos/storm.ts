import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { type Furnished, furnish } from '#bin/house.ts'
import { turn } from '#bin/rounds.ts'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { within } from '#kernel/database/within.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { scopeOfPhone } from '#kernel/flow/store/keys.ts'
import { namelessOf, residentOf } from '#kernel/people/nameless.ts'
import { stoppedClock } from '#kernel/time/clock.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'
import type { Part } from '#testing/parts.ts'
import { lampReport } from '#testing/stage.ts'
import { hasServer, layGround } from './ground.ts'

/** Thousands of limits that run out at one instant, called by two processes' rounds at once; and a message among them that cannot be read. */
export const part: Part = async (goals, { quick }) => {
  const count = quick ? 1000 : 10_000
  const ground = await layGround(hasServer ? 'server' : 'embedded')
  const databases = hasServer ? [await ground.open(), await ground.open()] : [await ground.open()]
  const clock = stoppedClock('2026-03-02T09:00:00+08:00')
  const ring = freshKeyring()
  const houses: Furnished[] = []
  for (const database of databases)
    houses.push(
      await furnish({ database, clock: clock.now, ring, suggester: ruleSuggester(), files: '', sendCode: async () => ({}) }),
    )
  try {
    const [first] = houses
    if (!first) return
    const { house, cases } = first
    const { district } = ground
    const told: string[] = []
    const report = async () => {
      const id = randomUUID()
      const actor = residentOf(district, namelessOf(id))
      const carried = await perform(house, cases, {
        ...{ name: 'report', id, actor, key: randomUUID(), scope: scopeOfPhone(house.ring, id) },
        input: lampReport({ category: 'neighbours.dispute' }),
      })
      if (isRefusal(carried)) throw new Error(carried.because.en)
      told.push(id)
    }
    for (let done = 0; done < count; done += 20) await Promise.all(Array.from({ length: 20 }, report))
    const owner = { as: 'owner', district } as const
    const [poisoned = ''] = told
    await within(house.database, owner, (connection) =>
      sql`update record.outbox set body = '{"notices":"nobody"}' where district = ${district} and item = ${poisoned}`.execute(
        connection,
      ),
    )
    clock.moveOn({ hours: 30 })
    const faults: unknown[] = []
    const began = performance.now()
    await Promise.all(houses.map((one) => turn(one, district, (fault) => faults.push(fault))))
    await Promise.all(houses.map((one) => turn(one, district, (fault) => faults.push(fault))))
    const seconds = (performance.now() - began) / 1000
    // All cases are alike, and so are called alike often: one called twice would stand out.
    const { rows } = await within(house.database, owner, (connection) =>
      sql<{ command: string; cases: number; least: number; most: number }>`
        select command, count(*)::integer as cases, min(times)::integer as least, max(times)::integer as most
        from (select command, item, count(*) as times from record.events
          where district = ${district} and command in ('warn', 'alert') group by command, item) called
        group by command`.execute(connection),
    )
    const { rows: left } = await within(house.database, owner, (connection) =>
      sql<{ item: string }>`select distinct item from record.outbox where district = ${district} and not delivered`.execute(
        connection,
      ),
    )
    const calls = rows.map(
      ({ command, cases: called, least, most }) => `${command} in ${called} cases, ${least} to ${most} times each`,
    )
    const events = rows.reduce((sum, { cases: called, most }) => sum + called * most, 0)
    goals.note({
      name: `${count} limits that run out at one instant, called by ${houses.length} rounds at once`,
      figure: `${calls.join('; ')}, in ${seconds.toFixed(1)} s (${(events / seconds).toFixed(0)} commands/s)`,
      goal: 'every case called, all alike often',
      holds: rows.length === 2 && rows.every(({ cases: called, least, most }) => called === count && least === most),
    })
    goals.note({
      name: 'a message in the outbox that cannot be read',
      figure: `${left.length} case waits, ${faults.length} faults were told`,
      goal: 'its own case waits, no other',
      holds: left.length === 1 && left[0]?.item === poisoned && faults.length > 0,
    })
  } finally {
    for (const { app, live } of houses) {
      live.close()
      await app.close()
    }
    for (const database of databases) await database.close()
    await ground.end()
  }
}
