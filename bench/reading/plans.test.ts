import assert from 'node:assert/strict'
import { test } from 'node:test'
import { allMigrations } from '#bin/migrations.ts'
import { copyCases } from '#demo/copies/load.ts'
import { district } from '#demo/geography/names.ts'
import { loadDemo } from '#demo/load.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { openServer } from '#kernel/database/open.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'
import { onCluster } from '#testing/cluster.ts'
import { blankOn, server } from '#testing/database.ts'
import { type Carried, openTelling, pagesOf, planWords, stepsOf } from '#testing/plans.ts'
import { openCrowd } from '../crowd.ts'
import { askedAt } from './asked.ts'
import { furnishing } from './furnishing.ts'

/** Tables that grow without end. */
const big = new Set([
  'cases',
  'words',
  'followers',
  'seers',
  'callers',
  'limits',
  'events',
  'secrets',
  'keys',
  'looks',
  'notices',
  'tallies',
])

/** Of 8 kB: what no answer should need, among however many cases. */
const most = 40_000

// Plans are PostgreSQL's own; a cluster's coordinator shows none of them.
const planned = server === undefined || onCluster ? () => {} : test

planned('among 100,000 cases no list, search, map or figure reads a table from end to end', async () => {
  const { address, drop } = await blankOn(server ?? '')
  const [ring, now] = [freshKeyring(), systemClock()]
  const loading = openServer(address)
  await migrate(loading, await allMigrations())
  await loadDemo({ database: loading, ring, now })
  await copyCases(
    { database: loading, ring },
    { district: district.code, count: 100_000, years: 2, now, wholeSince: '2999-01-01' },
    () => {},
  )
  await loading.close()

  let carried: Carried[] = []
  const database = await openTelling(address, (one) => carried.push(one))
  const crowd = await openCrowd(database, ring)
  try {
    const found: string[] = []
    for (const { name, as, path } of askedAt(now, await furnishing(crowd))) {
      carried = []
      await crowd.get(as, path)
      for (const { plan } of carried)
        for (const step of stepsOf(plan))
          if (step['Node Type'] === 'Seq Scan' && big.has(step['Relation Name'] ?? '')) found.push(`${name}: ${planWords(plan)}`)
      const pages = carried.reduce((sum, one) => sum + pagesOf(one), 0)
      if (pages > most) found.push(`${name}: ${pages} pages`)
    }
    assert.deepEqual(found, [])
  } finally {
    await crowd.end()
    await database.close()
    await drop()
  }
})
