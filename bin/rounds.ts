import { setTimeout as sleep } from 'node:timers/promises'
import { caseMetrics } from '#capabilities/cases/metrics.ts'
import type { Learner } from '#capabilities/cases/store/learn.ts'
import { answering } from '#kernel/asking.ts'
import { ensureMonths } from '#kernel/database/months.ts'
import { gatherStatistics } from '#kernel/database/statistics.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { sumMonths } from '#kernel/metric/sums.ts'
import { tallyDays } from '#kernel/metric/tallies.ts'
import { dropSettled, keepUnsettled } from '#kernel/metric/unsettled.ts'
import { everywhere } from '#kernel/people/throttle.ts'
import { districtsLately } from '#kernel/place/districts.ts'
import { deliver } from '#kernel/record/deliver.ts'
import { sealDistrict } from '#kernel/record/seal.ts'
import { webhookSender } from '#kernel/record/webhooks/send.ts'
import { forgetting } from '#kernel/retention/round.ts'
import { signals } from '#kernel/signals.ts'
import { clocksDisagree } from '#kernel/time/agree.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { untilNone } from '#kernel/wing.ts'
import type { Furnished } from './house.ts'
import { rules } from './retention.ts'

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
  // As long as a full batch waits, though some of it may stay, behind a fault or in another process's hands.
  for (let more = true; more; ) {
    const { sent, faults, full: some } = await deliver(house.database, district, house.clock(), full)
    for (const fault of faults) report(fault)
    more = some && sent > 0
    sum.delivered += sent
  }
  return sum
}

const full = 100
const measures = talliedMeasures(caseMetrics)

/** What one turn of a district came to, by name: what did nothing is not in it. */
type Done = Record<string, number>

/**
 * Makes the rounds while the server runs, about one a second: the timers that are due and what waits to leave; every tenth the
 * tallies of a month of days that changed, every other what cases come to that are not settled; every sixtieth a seal; every 3600th what past cases teach, and the beginning of what may be
 * forgotten, some of it a turn; and what each wing has done again and again (`Wing.rounds`).
 * Beside them, in rounds of their own that wait for no timer, what webhooks are to be sent. Several processes may do so at once. What
 * was done, and each fault, is a line in the log. Gives the function that stops it and waits for its end.
 */
export function makeRounds(furnished: Furnished, past: Learner): () => Promise<void> {
  const { database } = furnished.house
  const { log } = furnished.app
  const report = (fault: unknown) => {
    log.error({ err: fault }, 'a fault in the rounds')
    signals.fault.tell({ where: 'rounds' })
  }
  const tell = (district: string, done: Done) => {
    const came = Object.entries(done).filter(([, count]) => count > 0)
    if (came.length > 0) log.info({ district, ...Object.fromEntries(came) }, 'rounds')
  }
  const mayForget = async () => {
    const why = await clocksDisagree(database, systemClock())
    if (why) report(new Error(why))
    return why === undefined
  }
  const forgettings = new Map<string, ReturnType<typeof forgetting>>()
  // Some a turn: who has much to forget keeps nobody waiting for it.
  const forgetSome = async (district: string, anew: boolean) => {
    const { house, store } = furnished
    if (anew && !forgettings.has(district) && (await mayForget()))
      forgettings.set(district, forgetting({ house, store, rules, district, report }))
    const step = await forgettings.get(district)?.next()
    if (step?.done) forgettings.delete(district)
    tell(district, { forgotten: step?.value ?? 0 })
  }
  const sender = webhookSender(furnished.house, report)
  let stopped = false
  let rounds = 0
  const turnsOf = new Map<string, number>()
  const lately = districtsLately(database, report)
  const districts = async () => (await lately()) ?? []
  const round = async () => {
    const turns = rounds
    rounds += 1
    // What is wrong in one district keeps no other waiting.
    for (const district of await districts()) {
      // A district's turns begin when it is first seen: what is done once an hour does not wait for one, whenever that is.
      const its = turnsOf.get(district) ?? 0
      turnsOf.set(district, its + 1)
      await roundOf(furnished, district, its, report).then((done) => tell(district, done), report)
      await forgetSome(district, its % 3600 === 0)
      if (its % 3600 === 120) await past.learn(district).catch(report)
    }
    // Of what is counted for the whole installation, in no district.
    await forgetSome(everywhere, turns % 3600 === 0)
    // The months go by the machine's time, as ids do.
    if (turns % 3600 === 0) await ensureMonths(database, systemClock()).catch(report)
    // A server gathers its own figures of how tables are filled; the embedded database has nobody who would.
    if (database.kind === 'embedded' && turns % 3600 === 60) await gatherStatistics(database)
  }
  const sending = async () => {
    for (const district of await districts()) await sender.begin(district).catch(report)
  }
  const everySecond = async (name: 'round' | 'sending', work: () => Promise<void>) => {
    while (!stopped) {
      // The first too: whoever waits for the server to start comes before what has waited while it stood.
      await sleep(1000)
      if (stopped) return
      await answering({ request: name }, work).then(() => signals.round.tell({ work: name }), report)
    }
  }
  const going = Promise.all([everySecond('round', round), everySecond('sending', sending)])
  return async () => {
    stopped = true
    await sender.stop()
    await going
  }
}

async function roundOf(furnished: Furnished, district: string, turns: number, report: (fault: unknown) => void): Promise<Done> {
  const { database, clock } = furnished.house
  const done: Done = { ...(await turn(furnished, district, report)) }
  // What goes wrong in one keeps no other from its turn.
  for (const { name, every, at, work } of furnished.rounds)
    if (turns % every === at)
      done[name] = await work(district).catch((fault: unknown) => {
        report(fault)
        return 0
      })
  if (turns % 60 === 0) done.sealed = await untilNone(async () => ((await sealDistrict(database, district, clock())) ? 1 : 0))
  // One pass a turn, never until nothing is left: two processes of two versions each find the other's days out of date.
  if (turns % 10 === 5) done.tallied = await tallyDays(database, district, measures, clock())
  // Months are summed up when no day waits: at night, or in a quiet minute.
  if (done.tallied === 0) done.summed = await sumMonths(database, district, measures, clock())
  // It goes on all the time, and is no news.
  if (turns % 2 === 1) await keepUnsettled(database, district, measures, clock())
  if (turns % 60 === 30) await dropSettled(database, district, measures)
  return done
}
