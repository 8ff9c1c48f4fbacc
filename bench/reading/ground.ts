import { join } from 'node:path'
import { allMigrations } from '#bin/migrations.ts'
import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { copyCases } from '#demo/copies/load.ts'
import { district } from '#demo/geography/names.ts'
import { loadDemo } from '#demo/load.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { ensureMonths } from '#kernel/database/months.ts'
import { type Database, openServer } from '#kernel/database/open.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { tallyDays } from '#kernel/metric/tallies.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { freshKeyring, type Keyring, keyringIn } from '#kernel/vault/keyring.ts'
import { findPostgres, startPostgres } from '#testing/postgres.ts'

/**
 * A demo district of so many cases on a server of its own, thrown away afterwards. One that `linli demo --cases` made is taken instead
 * where `LINLI_BENCH_URL` names it, with its keyring in the folder that `LINLI_DATA` names: what is measured changes it.
 */
export async function crowded(count: number, work: (database: Database, ring: Keyring) => Promise<void>): Promise<void> {
  const made = process.env.LINLI_BENCH_URL
  if (made !== undefined) {
    const database = openServer(made)
    return work(database, await keyringIn(join(process.env.LINLI_DATA ?? 'data', 'keyring.json'))).finally(() => database.close())
  }
  const programs = findPostgres()
  if (!programs) return console.log('  no PostgreSQL with PostGIS on this machine: not measured')
  const server = await startPostgres(programs, { durable: true })
  const database = openServer(server.address)
  try {
    await migrate(database, await allMigrations())
    await ensureMonths(database, systemClock())
    const [ring, now] = [freshKeyring(), systemClock()]
    await loadDemo({ database, ring, now })
    const began = performance.now()
    const { rows } = await copyCases({ database, ring }, { district: district.code, count, years: 10, now }, () => {})
    console.log(`  ${count} cases made, ${Math.round((1000 * rows) / (performance.now() - began))} rows/s`)
    while ((await tallyDays(database, district.code, talliedMeasures(caseMetrics), now)) > 0);
    await work(database, ring)
  } finally {
    await database.close()
    await server.stop()
  }
}
