import { setTimeout as sleep } from 'node:timers/promises'
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Database } from '#kernel/database/open.ts'
import { version } from '#kernel/http/app.ts'
import { districtsLately } from '#kernel/place/districts.ts'
import type { LiveReader } from '#kernel/record/live.ts'
import { signals } from '#kernel/signals.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { readWaiting, type Waiting } from './store.ts'

/** What is measured. */
export interface Measured {
  database: Database
  clock: Clock
  live: Pick<LiveReader, 'count'>
}

/** In seconds: from what nobody notices to what nobody waits for. */
const buckets = [0.005, 0.02, 0.1, 0.3, 1, 3, 10]

/** What waits is read from the database at most once in so many milliseconds, however often somebody asks. */
const freshFor = 10_000

/** A database that does not answer within so many milliseconds is as good as away: the other figures are wanted all the more. */
const patience = 3000

/**
 * The figures of one process, for Prometheus: what it did, heard from the kernel as it happens, and what waits, read when somebody
 * asks. No label names a person or a district, and each has only the values that stand in the code.
 */
export function metersOf({ database, clock, live }: Measured) {
  const registry = new Registry()
  const registers = [registry]
  const named = <Name extends string>(name: string, help: string, ...labelNames: Name[]) => ({
    name,
    help,
    labelNames,
    registers,
  })
  collectDefaultMetrics({ register: registry })

  new Gauge(named('linli_info', 'What runs: always 1', 'version', 'database')).set({ version, database: database.kind }, 1)
  const requests = new Histogram({
    ...named('linli_request_seconds', 'Requests answered, by route', 'method', 'route', 'status'),
    buckets,
  })
  const transactions = new Histogram({
    ...named('linli_transaction_seconds', 'Transactions, from begin to end', 'as', 'outcome'),
    buckets,
  })
  const commands = new Counter(named('linli_commands_total', 'Commands sent, by what came of them', 'flow', 'command', 'outcome'))
  const refusals = new Counter(named('linli_sign_in_refusals_total', 'Who was not let in', 'way', 'kind'))
  const faults = new Counter(named('linli_faults_total', 'Faults of ours', 'where'))
  const rounds = new Counter(named('linli_rounds_total', 'Turns of the rounds that came to their end', 'work'))
  for (const where of ['request', 'rounds']) faults.inc({ where }, 0)
  const deaf = [
    signals.answered.hear(({ method, route, status, milliseconds }) =>
      requests.observe({ method, route, status: `${Math.floor(status / 100)}xx` }, milliseconds / 1000),
    ),
    signals.transaction.hear(({ as, outcome, milliseconds }) => transactions.observe({ as, outcome }, milliseconds / 1000)),
    signals.command.hear((told) => commands.inc(told)),
    signals.signInRefused.hear((told) => refusals.inc(told)),
    signals.fault.hear((told) => faults.inc(told)),
    signals.round.hear((told) => rounds.inc(told)),
  ]

  new Gauge({
    ...named('linli_connections', 'Connections to the database, and transactions that wait for one', 'state'),
    collect() {
      for (const [state, count] of Object.entries(database.connections())) this.set({ state }, count)
    },
  })
  new Gauge({
    ...named('linli_live_readers', 'Pages that listen to live updates'),
    collect() {
      this.set(live.count())
    },
  })

  const districts = districtsLately(database, () => {})
  const readAll = async () => {
    const known = await districts()
    return known && readWaiting(database, clock, known)
  }
  const waiting = kept(() => readAll().catch(() => undefined), freshFor)
  /** A figure of what waits. While the database is away it is no number, which is neither much nor little. */
  const backlog = (name: string, help: string, of: (all: Waiting) => number) =>
    new Gauge({
      ...named(name, help),
      async collect() {
        const all = await inTime(waiting())
        this.set(all ? of(all) : Number.NaN)
      },
    })
  new Gauge({
    ...named('linli_database_answers', 'Whether the database answered when it was last asked what waits'),
    async collect() {
      this.set((await inTime(waiting())) ? 1 : 0)
    },
  })
  backlog('linli_districts_silent', 'Districts that did not answer, and are in none of these', ({ silent }) => silent)
  backlog('linli_timers_due', 'Timers that are due and not sent', ({ timers }) => timers.count)
  backlog('linli_timers_late_seconds', 'How long the oldest of them has been due', ({ timers }) => timers.seconds)
  backlog('linli_outbox_waiting', 'Rows of the outbox that have not left', ({ outbox }) => outbox.count)
  backlog('linli_outbox_age_seconds', 'How old the oldest of them is', ({ outbox }) => outbox.seconds)
  backlog('linli_webhooks_waiting', 'Deliveries to webhooks that have not arrived', ({ webhooks }) => webhooks.count)
  backlog('linli_webhooks_age_seconds', 'How old the oldest of them is', ({ webhooks }) => webhooks.seconds)
  backlog('linli_unsealed', 'Events that no seal covers', ({ seals }) => seals.count)
  backlog('linli_seal_age_seconds', 'How old the last seal is where events wait for one', ({ seals }) => seals.seconds)
  backlog('linli_days_to_count', 'Days whose tallies are out of date', ({ days }) => days.count)

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    /** Hears of nothing more. */
    close: () => {
      for (const stop of deaf) stop()
      registry.clear()
    },
  }
}

/** Asks again only once there was an answer, and so many milliseconds have gone by since: who hangs is not asked again and again. */
function kept<Value>(ask: () => Promise<Value>, milliseconds: number): () => Promise<Value> {
  let last: { value: Promise<Value>; answeredAt: number } | undefined
  return () => {
    if (last && performance.now() - last.answeredAt <= milliseconds) return last.value
    const asked = { value: ask(), answeredAt: Number.POSITIVE_INFINITY }
    last = asked
    asked.value.finally(() => {
      asked.answeredAt = performance.now()
    })
    return asked.value
  }
}

const inTime = <Value>(value: Promise<Value>): Promise<Value | undefined> =>
  Promise.race([value, sleep(patience, undefined, { ref: false })])
