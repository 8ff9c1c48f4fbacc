import assert from 'node:assert/strict'
import { allMigrations } from '#bin/migrations.ts'
import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { copyCases } from '#demo/copies/load.ts'
import { district } from '#demo/geography/names.ts'
import { loadDemo } from '#demo/load.ts'
import { migrate } from '#kernel/database/migrate.ts'
import { openServer } from '#kernel/database/open.ts'
import { startOf } from '#kernel/metric/days.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { tallyDays } from '#kernel/metric/tallies.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { dayOf, numberOf, zone } from '#kernel/time/zone.ts'
import { freshKeyring } from '#kernel/vault/keyring.ts'
import { blankOnServer, testOnServer } from '#testing/database.ts'
import { type Carried, openTelling, pagesOf, passedBy, planWords, stepsOf } from '#testing/plans.ts'
import { openCrowd } from '../crowd.ts'
import { askedAt } from './asked.ts'
import { furnishing } from './furnishing.ts'
import { searchNarrowed } from './narrowed.ts'

/** Of 8 kB: what no answer should need, among however many cases. */
const most = 60_000
/** Rows that a scan from end to end may pass, of whatever table: before its limit is full, or of one that stays as small. */
const few = 10_000

testOnServer('among 100,000 cases', async (context) => {
  const { address, drop } = await blankOnServer()
  const [ring, now] = [freshKeyring(), systemClock()]
  const loading = openServer(address)
  await migrate(loading, await allMigrations())
  await loadDemo({ database: loading, ring, now })
  // Of the last weeks with all that happened to them, so that events are many too.
  const wholeSince = now.toZonedDateTimeISO(zone).toPlainDate().subtract({ weeks: 6 }).toString()
  await copyCases({ database: loading, ring }, { district: district.code, count: 100_000, years: 1, now, wholeSince }, () => {})
  await loading.close()

  let carried: Carried[] = []
  const database = await openTelling(address, (one) => carried.push(one))
  const crowd = await openCrowd(database, ring)
  try {
    await context.test('no list, search or map reads a table from end to end', async () => {
      const found: string[] = []
      // Figures are told from tallies, which take their time to be made: `npm run bench -- figures`.
      const lists = askedAt(now, await furnishing(crowd)).filter(({ path }) => !path.startsWith('/api/metrics'))
      for (const { name, as, path, walks = false } of lists) {
        carried = []
        await crowd.get(as, path)
        for (const { plan } of carried)
          for (const step of stepsOf(plan))
            if (step['Node Type'] === 'Seq Scan' && passedBy(step) > few) found.push(`${name}: ${planWords(plan)}`)
        const pages = carried.reduce((sum, one) => sum + pagesOf(one), 0)
        if (pages > most && !walks) found.push(`${name}: ${pages} pages`)
      }
      assert.deepEqual(found, [])
    })
    await context.test('a search that is narrowed finds, page by page, what of the list has the words, and counts it', () =>
      searchNarrowed(crowd, database, ring),
    )
    await context.test(
      'a figure of more than can be counted while it is waited for says so, and tells of the latest what it is',
      async () => {
        const tomorrow = numberOf(dayOf(now)) + 1
        const asked = (days: number) => `/api/metrics/received?from=${startOf(tomorrow - days)}&to=${startOf(tomorrow)}&by=month`
        await assert.rejects(crowd.get('leader', asked(365)), /409 .*天的数字在汇总，先汇总近的/)
        const latest: { value: number } = JSON.parse((await crowd.get('leader', asked(60))).body)
        assert.ok(latest.value > 10_000, `${latest.value}`)
        // Of a part of it that is no more than that, what there is.
        const one: { value: number } = JSON.parse((await crowd.get('community', asked(365))).body)
        assert.ok(one.value > 1_000, `${one.value}`)
        const days = () => tallyDays(database, district.code, talliedMeasures(caseMetrics), now)
        assert.ok((await days()) > 0 && (await days()) > 0)
        assert.equal(JSON.parse((await crowd.get('leader', asked(60))).body).value, latest.value)
      },
    )
  } finally {
    await crowd.end()
    await database.close()
    await drop()
  }
})
