import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import type { Goals } from '#testing/goals.ts'
import type { Part } from '#testing/parts.ts'
import { findPostgres, startPostgres } from '#testing/postgres.ts'
import { closedLoop, type Load, offered, percentile } from '../load.ts'
import { another, pgbenchScript, type Statement } from './same.ts'
import { type BenchStage, benchStage } from './stage.ts'

const clientCounts = [1, 10, 50]

/** What is written: one report, or a case led from its report to its rating. */
const kinds = ['report', 'loop'] as const
type Kind = (typeof kinds)[number]

interface Rate {
  perSecond: number
  /** Of one, in milliseconds. */
  p50: number
  p99: number
}

const rateOf = ({ took, seconds }: Load): Rate => ({
  perSecond: took.length / seconds,
  p50: percentile(took, 0.5),
  p99: percentile(took, 0.99),
})

const rate = async (clients: number, seconds: number, send: () => Promise<unknown>): Promise<Rate> =>
  rateOf(await closedLoop(clients, seconds, send))

/** The statements of one report or loop, as the program sends them. */
async function listen(stage: BenchStage, kind: Kind, heard: Statement[]): Promise<Statement[]> {
  for (let number = 0; number < 20; number++) await stage[kind]()
  heard.length = 0
  await stage[kind]()
  // Rules are asked for once a second, numbers are reserved once in fifty reports: neither is part of every one.
  return heard.filter(({ text }) => !/rules_version|cases\.numbers/.test(text))
}

/** Durable reports and whole loops, beside the same statements without the program: by pgbench, or one after the other on the embedded database. */
export const part: Part = async (goals, { quick }) => {
  const seconds = quick ? 3 : 10
  for (const kind of kinds) await embedded(goals, kind, seconds)
  const programs = findPostgres()
  if (!programs) return goals.notRun('writing on a server', 'no PostgreSQL with PostGIS on this machine')
  for (const kind of kinds) await onServer(goals, kind, seconds, programs)
}

async function embedded(goals: Goals, kind: Kind, seconds: number): Promise<void> {
  const heard: Statement[] = []
  const stage = await benchStage(undefined, (text, values) => heard.push({ text, values }))
  try {
    const own = await listen(stage, kind, heard)
    let count = 100_000
    // One connection: the statements of one after the other, as one process would send them without the program.
    const bare = await rate(1, seconds, () =>
      stage.database.kysely.connection().execute(async (connection) => {
        for (const { text, values } of another(own, count++))
          if (values.length === 0) await stage.database.script(connection, text)
          else
            await connection.executeQuery({
              sql: text,
              parameters: values,
              query: sql``.toOperationNode(),
              queryId: { queryId: '' },
            })
      }),
    )
    for (const clients of clientCounts) {
      const ours = await rate(clients, seconds, stage[kind])
      goals.note({
        ...figureOf(`embedded, ${kind}, ${clients} clients`, ours, bare.perSecond),
        ...(kind === 'report' ? { goal: 'at least 200/s', holds: ours.perSecond >= 200 } : { goal: 'as it comes', holds: true }),
      })
    }
  } finally {
    await stage.end()
  }
}

async function onServer(goals: Goals, kind: Kind, seconds: number, programs: string): Promise<void> {
  const server = await startPostgres(programs, { durable: true })
  const scripts = mkdtempSync(join(tmpdir(), 'linli-pgbench-'))
  try {
    const heard: Statement[] = []
    const stage = await benchStage(server.address, (text, values) => heard.push({ text, values }))
    const script = join(scripts, 'same.sql')
    writeFileSync(script, pgbenchScript(await listen(stage, kind, heard)))
    for (const clients of clientCounts) {
      const ours = await rate(clients, seconds, stage[kind])
      const output = execFileSync(
        join(programs, 'pgbench'),
        ['-n', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', script, server.address],
        { encoding: 'utf8', stdio: 'pipe' },
      )
      const bare = Number(/tps = ([\d.]+)/.exec(output)?.[1] ?? 0)
      const many = clients === Math.max(...clientCounts)
      goals.note({
        ...figureOf(`server, ${kind}, ${clients} clients`, ours, bare),
        ...(many
          ? { goal: 'at least half of pgbench', holds: ours.perSecond >= bare / 2 }
          : { goal: 'as it comes', holds: true }),
      })
    }
    if (kind === 'report') {
      const { perSecond, p50, p99 } = rateOf(await offered([300], seconds, stage.report))
      const figure = `${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`
      goals.note({ name: 'server, 300 reports a second offered', figure, goal: 'p99 < 60 ms', holds: p99 < 60 })
    }
    await stage.end()
  } finally {
    rmSync(scripts, { recursive: true })
    await server.stop()
  }
}

const figureOf = (name: string, { perSecond, p50, p99 }: Rate, bare: number) => ({
  name,
  figure: `${perSecond.toFixed(0)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; the same statements alone ${bare.toFixed(0)}/s: ${(perSecond / bare).toFixed(2)}`,
})
