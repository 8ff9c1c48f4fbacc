import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { ruleSuggester } from '#capabilities/cases/suggesting.ts'
import { loadDemo } from '#demo/load.ts'
import { within } from '#kernel/database/within.ts'
import { nextTimer } from '#kernel/flow/store/timers.ts'
import { districtsOf } from '#kernel/place/districts.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { stoppedClock } from '#kernel/time/clock.ts'
import { calendarOf, saveYear } from '#kernel/time/store.ts'
import { specialDays, usualHours } from '#kernel/time/years.ts'
import { dataFolder, filesFolder, openSealed } from '../ground.ts'
import { furnish } from '../house.ts'
import { clientOf } from '../replay/client.ts'
import { journal } from '../replay/journal.ts'
import { readMessages } from '../replay/messages.ts'
import { peopleAtPosts } from '../replay/people.ts'
import { policyWords } from '../replay/policy.ts'
import { step, type Traveller, travellersOf, type World } from '../replay/run.ts'
import { tableOf } from '../replay/table.ts'
import { turn } from '../rounds.ts'

/** The clock moves in steps of so many minutes: all that falls due within one happens at once, many clients together. */
const stepMinutes = 30
const clientsAtOnce = 24

/**
 * `linli replay FILE.jsonl [--seed N] [--limit N]`: serves on loopback and sends a file of real messages through the public
 * interface, as their writers, grid workers and departments would, in simulated time. The clock moves only while no request is
 * under way. What was acknowledged stands in a journal beside the data, from which a replay that was killed goes on.
 */
export async function run(args: string[]): Promise<void> {
  const options = { seed: { type: 'string' }, limit: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
  const [file] = positionals
  if (!file) throw new Error('say which file to replay: linli replay FILE.jsonl (its format: docs/replay.md)')
  const seed = Number(values.seed ?? 1)
  const { messages: all, bad } = await readMessages(file)
  const messages = all.slice(0, Number(values.limit ?? all.length))
  for (const { line, why } of bad) console.log(`line ${line} is skipped: ${why}`)
  const [first] = messages
  if (!first) throw new Error(`${file} has no message that can be replayed`)

  const { database, ring } = await openSealed()
  const start = Temporal.Instant.from(first.at)
  if ((await districtsOf(database)).length === 0) {
    console.log('making a demo district …')
    await loadDemo({ database, ring, now: start, cases: 0 }, () => {})
  }
  const district = (await districtsOf(database))[0] ?? ''
  const calendar = await loadYears(database, district, messages)
  const notes = journal(join(dataFolder, `replay-${seed}.jsonl`))
  const before = notes.read()
  const clock = stoppedClock(
    before
      .map(({ at }) => at)
      .toSorted()
      .at(-1) ?? start,
  )
  const furnished = await furnish({
    database,
    clock: clock.now,
    ring,
    suggester: ruleSuggester(),
    files: filesFolder,
    sendCode: async () => ({}),
  })
  const address = await furnished.app.listen({ host: '127.0.0.1', port: 0 })
  if (before.length > 0) console.log(`going on after ${before.length} acknowledged commands, at ${clock.now()}`)

  const world: World = {
    ...{ calendar, district, seed, now: clock.now, journal: notes },
    client: clientOf(address, district),
    cookieOf: peopleAtPosts(database, district, clock.now),
    buildings: await buildingsOf(database, district),
  }
  const travellers = travellersOf(messages, before)
  const began = performance.now()
  let requests = 0
  let shown = 0
  const faults: unknown[] = []
  for (;;) {
    const moment = await nextMoment(database, district, travellers)
    if (!moment) break
    if (Temporal.Instant.compare(moment, clock.now()) > 0) clock.moveTo(moment)
    const due = travellers.filter(({ over, at }) => !over && Temporal.Instant.compare(at, clock.now()) <= 0)
    for (let from = 0; from < due.length; from += clientsAtOnce) {
      const together = due.slice(from, from + clientsAtOnce)
      await Promise.all(together.map((traveller) => step(traveller, world)))
      requests += together.length
    }
    await turn(furnished, district, (fault) => faults.push(fault))
    const done = travellers.filter(({ over }) => over).length
    if (performance.now() - shown > 5000) {
      shown = performance.now()
      console.log(`  ${clock.now().toString().slice(0, 10)}  ${done} of ${travellers.length} messages through, ${requests} steps`)
    }
  }
  while (await sealDistrict(database, district, clock.now()));

  const seconds = (performance.now() - began) / 1000
  console.log(
    `\nreplayed ${messages.length} messages in ${seconds.toFixed(0)} s (${database.kind} database), seed ${seed}\n${policyWords}\n`,
  )
  for (const line of await tableOf(
    database,
    district,
    travellers.flatMap(({ id }) => (id === undefined ? [] : [id])),
  ))
    console.log(line)
  report(travellers, faults)
  await furnished.app.close()
  await database.close()
}

/** When something happens next: a client's step or a timer, on the grid of the clock. Nothing once all is quiet. */
async function nextMoment(
  database: Parameters<typeof within>[0],
  district: string,
  travellers: readonly Traveller[],
): Promise<Temporal.Instant | undefined> {
  const steps = travellers.filter(({ over }) => !over).map(({ at }) => at.epochMilliseconds)
  const timer = await within(database, { as: 'owner', district }, (connection) => nextTimer(connection, district))
  const earliest = Math.min(...steps, timer?.epochMilliseconds ?? Number.POSITIVE_INFINITY)
  if (!Number.isFinite(earliest)) return undefined
  const grid = stepMinutes * 60_000
  return Temporal.Instant.fromEpochMilliseconds(Math.ceil(earliest / grid) * grid)
}

/** Loads the calendars of the years that the messages speak of, one beside the other. */
async function loadYears(
  database: Parameters<typeof within>[0],
  district: string,
  messages: readonly { at: string; repliedAt: string }[],
) {
  const years = messages.flatMap(({ at, repliedAt }) => [Number(at.slice(0, 4)), Number(repliedAt.slice(0, 4))])
  const first = Math.min(...years)
  return within(database, { as: 'owner', district }, async (connection) => {
    const known = new Set((await calendarOf(connection, district)).days.map(({ day }) => Number(day.slice(0, 4))))
    for (let year = Math.min(...known, new Date().getFullYear()); year >= first; year -= 1) {
      const days = specialDays(year)
      if (!known.has(year) && days) await saveYear(connection, district, year, { hours: usualHours, days })
    }
    return calendarOf(connection, district)
  })
}

const buildingsOf = (database: Parameters<typeof within>[0], district: string): Promise<string[]> =>
  within(database, { as: 'owner', district }, async (connection) => {
    const { rows } = await sql<{
      code: string
    }>`select code from place.units where district = ${district} and kind = 'building' order by code`.execute(connection)
    return rows.map(({ code }) => code)
  })

function report(travellers: readonly Traveller[], faults: readonly unknown[]): void {
  const troubles = travellers.filter(({ trouble }) => trouble !== undefined)
  console.log(
    `\n${troubles.length} messages met a refusal that no real client would have met; ${faults.length} timers were refused`,
  )
  for (const { message, trouble } of troubles.slice(0, 10)) console.log(`  ${message.id}: ${trouble}`)
  for (const fault of faults.slice(0, 5)) console.log(`  timer: ${JSON.stringify(fault).slice(0, 300)}`)
  if (troubles.length + faults.length > 0) process.exitCode = 1
}
