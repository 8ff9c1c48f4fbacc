import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { findPostgres, startPostgres } from '#testing/postgres.ts'
import { another, pgbenchScript, type Statement } from './same.ts'
import { type BenchStage, benchStage } from './stage.ts'

const clientCounts = [1, 10, 50]

/** So many clients, each sending one after the other, for some seconds: how many a second, and how long one took. */
async function rate(
  clients: number,
  seconds: number,
  send: () => Promise<unknown>,
): Promise<{ perSecond: number; p50: number; p99: number }> {
  const milliseconds: number[] = []
  const start = performance.now()
  const end = start + seconds * 1000
  const client = async () => {
    while (performance.now() < end) {
      const began = performance.now()
      await send()
      milliseconds.push(performance.now() - began)
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const took = (performance.now() - start) / 1000
  milliseconds.sort((a, b) => a - b)
  const at = (share: number) => milliseconds[Math.floor((milliseconds.length - 1) * share)] ?? 0
  return { perSecond: milliseconds.length / took, p50: at(0.5), p99: at(0.99) }
}

/** The statements of one report, as the program sends them. */
async function listen(stage: BenchStage, heard: Statement[]): Promise<Statement[]> {
  for (let number = 0; number < 20; number++) await stage.report()
  heard.length = 0
  await stage.report()
  // Rules are asked for once a second, numbers are reserved once in fifty reports: neither is part of every report.
  return heard.filter(({ text }) => !/rules_version|cases\.numbers/.test(text))
}

const row = (...cells: (string | number)[]) =>
  console.log(cells.map((cell, index) => String(cell).padStart(index === 0 ? 10 : 15)).join(''))
const shown = (value: number, digits = 0) => value.toFixed(digits)

/** Reports a second, beside the same statements without the program: on a server sent by pgbench, embedded sent directly. */
export async function benchReports(seconds: number): Promise<void> {
  const programs = findPostgres()
  console.log(
    `\nDurable reports (place, event, hash, timers, outbox, vault): ${seconds} s each, 2 cores for everything, one server process`,
  )
  row('database', 'clients', 'reports/s', 'p50 ms', 'p99 ms', 'same SQL/s', 'ratio')
  const heard: Statement[] = []
  const embedded = await benchStage(undefined, (text, values) => heard.push({ text, values }))
  const own = await listen(embedded, heard)
  for (const clients of clientCounts) {
    const ours = await rate(clients, seconds, embedded.report)
    let count = clients * 100_000
    // One connection: the statements of one report after the other, as one process would send them without the program.
    const bare = await rate(1, seconds, () =>
      embedded.database.kysely.connection().execute(async (connection) => {
        for (const { text, values } of another(own, count++)) {
          if (values.length === 0) await embedded.database.script(connection, text)
          else
            await connection.executeQuery({
              sql: text,
              parameters: values,
              query: sql``.toOperationNode(),
              queryId: { queryId: '' },
            })
        }
      }),
    )
    row(
      'embedded',
      clients,
      shown(ours.perSecond),
      shown(ours.p50, 1),
      shown(ours.p99, 1),
      shown(bare.perSecond),
      shown(ours.perSecond / bare.perSecond, 2),
    )
  }
  await embedded.end()
  if (!programs) {
    console.log('  no PostgreSQL with PostGIS on this machine: the server was not measured')
    return
  }
  const server = await startPostgres(programs, { durable: true })
  const scripts = mkdtempSync(join(tmpdir(), 'linli-pgbench-'))
  try {
    heard.length = 0
    const stage = await benchStage(server.address, (text, values) => heard.push({ text, values }))
    const script = join(scripts, 'report.sql')
    writeFileSync(script, pgbenchScript(await listen(stage, heard)))
    for (const clients of clientCounts) {
      const ours = await rate(clients, seconds, stage.report)
      const output = execFileSync(
        join(programs, 'pgbench'),
        ['-n', '-c', String(clients), '-j', '2', '-T', String(seconds), '-f', script, server.address],
        { encoding: 'utf8', stdio: 'pipe' },
      )
      const bare = Number(/tps = ([\d.]+)/.exec(output)?.[1] ?? 0)
      row(
        'server',
        clients,
        shown(ours.perSecond),
        shown(ours.p50, 1),
        shown(ours.p99, 1),
        shown(bare),
        shown(ours.perSecond / bare, 2),
      )
    }
    await stage.end()
  } finally {
    rmSync(scripts, { recursive: true })
    await server.stop()
  }
}
