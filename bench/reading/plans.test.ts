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

/** Somebody who sees what is theirs, a place, a unit's, all of it, and who administers. */
const accounts = ['resident', 'grid', 'department', 'dispatcher', 'admin']

/** The plans among these in which a table was read from end to end. */
const scans = (carried: readonly Carried[]): string[] =>
  carried.flatMap(({ plan }) =>
    [...stepsOf(plan)].filter((step) => step['Node Type'] === 'Seq Scan' && passedBy(step) > few).map(() => planWords(plan)),
  )

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
        found.push(...scans(carried).map((plan) => `${name}: ${plan}`))
        const pages = carried.reduce((sum, one) => sum + pagesOf(one), 0)
        if (pages > most && !walks) found.push(`${name}: ${pages} pages`)
      }
      assert.deepEqual(found, [])
    })
    await context.test('nor does whatever else can be asked without saying of what', async () => {
      const { paths }: { paths: Record<string, object> } = JSON.parse((await crowd.get('admin', '/openapi.json')).body)
      const asked = Object.keys(paths).filter(
        (path) => 'get' in (paths[path] ?? {}) && !path.includes('{') && !/^.api.(live|metrics)/.test(path),
      )
      const [found, answered]: [string[], Set<string>] = [[], new Set()]
      for (const path of asked)
        for (const as of accounts) {
          carried = []
          const headers = { cookie: await crowd.cookieOf(as), 'linli-district': district.code }
          const reply = await crowd.app.inject({ url: path, headers })
          if (reply.statusCode === 200) answered.add(path)
          found.push(...scans(carried).map((plan) => `${as} at ${path}: ${plan}`))
        }
      assert.deepEqual(found, [])
      assert.ok(answered.size > 40, `${answered.size} of ${asked.length} were answered`)
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
        const standing = await crowd.get('leader', asked(365).replace('received', 'highlights').replace('&by=month', ''))
        const { rows }: { rows: { words: { zh: string } }[] } = JSON.parse(standing.body)
        assert.match(rows.at(-1)?.words.zh ?? '', /天的数字在汇总/)
        assert.match(rows.at(0)?.words.zh ?? '', /超时未办 \d+ 件/, 'what stands so now is told')
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
