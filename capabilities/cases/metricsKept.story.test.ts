import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { keptBy } from '#kernel/metric/definition.ts'
import { sumMonths, verifySums } from '#kernel/metric/sums.ts'
import { tallyDays, verifyTallies } from '#kernel/metric/tallies.ts'
import { dropSettled, keepUnsettled, verifyUnsettled } from '#kernel/metric/unsettled.ts'
import { does, smallDistrict } from '#testing/figures.ts'
import type { StaffName } from '#testing/neighbourhood.ts'
import { type Answer, lampReport } from '#testing/stage.ts'
import { caseMetrics } from './metrics.ts'

const { stage, dispute, at, figure } = await smallDistrict()

/** The cases that a figure counts as this, from before there were any on, in whatever order. */
const listedBy = async (counts: string, who: StaffName): Promise<string[]> => {
  const window = 'from=2026-01-31T16:00:00Z&to=2026-03-31T16:00:00Z'
  const { status, body } = await (await at(who)).get(`/api/cases?${window}&counts=${counts}&limit=200`)
  assert.equal(status, 200, JSON.stringify(body))
  return body.rows.map(({ id }: { id: string }) => id).sort()
}
const listed = ['received.withdrawn', 'acceptedInTime.short', 'resolvedInTime.due', 'solvedConfirmed.byReporter']
/** Every figure as several people have it, whole and by group; and the cases of some. */
const everything = async (
  all: readonly StaffName[] = ['dispatcher', 'leader', 'secretary', 'property', 'wangMin'],
  groups: readonly string[] = ['community', 'month'],
) => {
  const told: Record<string, unknown> = {}
  for (const who of all)
    for (const { name } of caseMetrics)
      for (const by of groups) told[`${who} ${name} ${by}`] = await figure(name, who, `?by=${by}&from=2026-01-31T16:00:00Z`)
  for (const who of all.filter((one) => one !== 'property' && one !== 'wangMin'))
    for (const counts of listed) {
      const ids = await listedBy(counts, who)
      assert.ok(ids.length > 0, `${who} ${counts}`)
      told[`${who} ${counts}`] = ids
    }
  return told
}
const owner = <Row>(statement: ReturnType<typeof sql<Row>>) =>
  within(stage.database, { as: 'owner', district: stage.district }, (connection) => statement.execute(connection))
const measures = talliedMeasures(caseMetrics)
const tally = () => tallyDays(stage.database, stage.district, measures, stage.clock.now())
const verified = () => verifyTallies(stage.database, stage.district, measures, stage.clock.now())
const sum = () => sumMonths(stage.database, stage.district, measures, stage.clock.now())
const sumsVerified = () => verifySums(stage.database, stage.district, measures, stage.clock.now())

test('what is settled is told from tallies, and every figure is what it was', async () => {
  // What is protected, what is about the chain, and what lies in the other community is settled too: tallies show them to nobody who may not count them.
  const dispatcher = await at('dispatcher')
  const inRiver = dispute({ place: { point: { longitude: 119.03, latitude: 36.005, system: 'wgs84' } } })
  for (const input of [lampReport({ category: 'care.minors' }), dispute({ about: ['property-1'] }), inRiver]) {
    const { id } = (await does(stage.nobody(), 'report', '', input)).body
    if (input.category === 'care.minors') await does(dispatcher, 'reportToAuthority', id, { to: 'police', words: '已电话报告' })
    await does(dispatcher, 'decline', id, { reason: 'court', words: '已由法院受理' })
  }
  stage.clock.moveTo('2026-03-05T10:00:00+08:00')
  const counted = await everything()
  assert.equal(await tally(), 2)
  assert.equal(await tally(), 0, 'nothing is left to do')
  assert.deepEqual(await everything(), counted)
  assert.deepEqual(await verified(), [])
})

test('a command on a settled case is counted at once, and once', async () => {
  const { rows } = await owner(
    sql<{ id: string }>`select id from cases.cases where district = ${stage.district} and state = 'closed' order by id limit 1`,
  )
  await does(await at('supervisor'), 'reopen', rows[0]?.id ?? '', { words: '回访发现问题仍在' })
  const counted = await everything()
  await owner(sql`update metric.tallied set definition = 'another' where district = ${stage.district}`)
  assert.deepEqual(await everything(), counted, 'as counted from the cases alone')
  assert.equal(await tally(), 2)
  assert.deepEqual(await everything(), counted)
  assert.deepEqual(await verified(), [])
})

test('what is not settled is told from what is kept of each case, until a command or a limit changes it', async () => {
  const { database, district, clock } = stage
  const keep = () => keepUnsettled(database, district, measures, clock.now())
  const verifiedKept = () => verifyUnsettled(database, district, measures, clock.now())
  const keptRows = async () =>
    (await owner(sql<{ item: string; sums: number[] }>`select item, sums from metric.unsettled where district = ${district}`))
      .rows
  /** Everything, as it is told with what is kept, and as it is counted from the cases. */
  const sameBothWays = async () => {
    const some = () => everything(['leader', 'property'], ['community'])
    const told = await some()
    await owner(sql`update metric.unsettled set definition = 'not ' || definition where district = ${district}`)
    assert.deepEqual(told, await some())
    await owner(sql`update metric.unsettled set definition = substr(definition, 5) where district = ${district}`)
  }
  const { id } = (await does(stage.nobody(), 'report', '', dispute())).body
  clock.moveOn({ minutes: 1 })
  const open = (await figure('openNow')).value
  assert.ok((await keep()) >= open)
  assert.equal(await keep(), 0, 'nothing is left to do')
  await sameBothWays()
  assert.deepEqual(await verifiedKept(), [])

  // A command makes another version, of which nothing is kept yet.
  await does(await at('wangMin'), 'accept', id)
  await sameBothWays()
  assert.equal(await keep(), 1)
  await sameBothWays()

  // What is counted at the very moment at which a limit is due holds no longer than that.
  const { rows } = await owner(sql<{ due: Date }>`select min(due_at) as due from flow.limits
    where district = ${district} and due_at > ${clock.now().toString()}::timestamptz and ended_at is null`)
  clock.moveTo(rows[0]?.due.toISOString() ?? '')
  assert.ok((await keep()) > 0)
  assert.equal(await keep(), 0)
  await sameBothWays()
  clock.moveOn({ milliseconds: 1 })
  await sameBothWays()

  // A limit that passes changes what cases come to: from then on it is counted anew.
  const { beside } = await figure('resolvedInTime')
  clock.moveTo('2026-03-20T10:00:00+08:00')
  await sameBothWays()
  assert.ok((await figure('resolvedInTime')).beside.running < beside.running)
  assert.ok((await keep()) > 0)
  await sameBothWays()
  // And whose clock is behind believes nothing that was kept after its now.
  clock.moveTo('2026-03-05T10:01:00+08:00')
  await sameBothWays()
  assert.ok((await keep()) > 0)

  // What is kept is what is read, in figures and in lists; and verify finds what is wrong in it.
  const withdrawn = async () => (await figure('received', 'leader', '?from=2026-01-31T16:00:00Z')).beside.withdrawn
  const [before, due] = [await withdrawn(), (await listedBy('resolvedInTime.due', 'leader')).length]
  const place = (keptBy(measures).before.get('received') ?? 0) + 2
  await owner(sql`update metric.unsettled set sums[${sql.lit(place)}] = 1000 where district = ${district} and item = ${id}`)
  assert.equal(await withdrawn(), before + 1000)
  assert.deepEqual(
    (await verifiedKept()).map(({ where }) => where),
    [`unsettled ["${id}", 2]`],
  )
  await owner(sql`update metric.unsettled set sums = array_fill(0, array[cardinality(sums)]) where district = ${district}`)
  assert.ok((await listedBy('resolvedInTime.due', 'leader')).length < due, 'lists look where something is kept')
  await owner(sql`delete from metric.unsettled where district = ${district}`)

  // What is settled is dropped.
  await keep()
  const all = (await keptRows()).length
  await does(await at('dispatcher'), 'decline', id, { reason: 'court', words: '已由法院受理' })
  assert.equal(await dropSettled(database, district, measures), 1)
  assert.equal((await keptRows()).length, all - 1)
  await tally()
})

test('months are summed up from their days, and every figure is what it was, by whatever it is broken down', async () => {
  /** By what sums are kept, and by what they are not; over windows that have the month, and such as have a part of it. */
  const told = async () => {
    const figures: Record<string, Answer['body']> = {}
    for (const who of ['leader', 'streetDesk', 'secretary', 'eastSecretary', 'property'] as const)
      for (const name of ['received', 'resolvedInTime', 'medianHoursToResolve'])
        for (const query of [
          ...['unit', 'street', 'community', 'category', 'month'].map((by) => `by=${by}`),
          ...['lead=property-1', 'community=river&by=unit', 'category=care.minors', 'by=month&category=neighbours.dispute'],
        ])
          for (const to of ['2026-03-31T16:00:00Z', '2026-03-05T16:00:00Z', '2026-03-04T00:00:00Z'])
            figures[`${who} ${name} ${query} ${to}`] = await figure(name, who, `?${query}&from=2026-02-28T16:00:00Z&to=${to}`)
    return figures
  }
  const counted = await told()
  const river = counted['eastSecretary received by=street 2026-03-05T16:00:00Z']
  assert.deepEqual([river?.value, river?.groups.length], [2, 1], 'one that is settled, and one that is not')
  assert.equal(await sum(), 1)
  assert.equal(await sum(), 0, 'nothing is left to do')
  assert.deepEqual(await told(), counted)
  assert.deepEqual(await sumsVerified(), [])
  await owner(sql`update metric.sums set sums[1] = sums[1] + 1000 where district = ${stage.district} and measure = 'received'`)
  for (const query of ['', '&by=unit', '&by=community', '&by=category', '&by=month'])
    assert.ok(
      (await figure('received', 'leader', `?from=2026-02-28T16:00:00Z&to=2026-03-31T16:00:00Z${query}`)).value > 1000,
      `${query} is told from sums`,
    )
  assert.match((await sumsVerified())[0]?.where ?? '', /^sum \["received", "category", "2026-03-01"/)
  const days = '?from=2026-03-01T16:00:00Z&to=2026-03-04T16:00:00Z'
  for (const [who, query] of [
    ['leader', ''],
    ['leader', '&by=community'],
    ['secretary', ''],
  ] as const)
    assert.ok((await figure('received', who, `${days}${query}`)).value > 1000, `a few days of ${who} ${query} are told from sums`)
})

test('what changes a day puts its sums out of date, also when it is tallied by a program that knows of none', async () => {
  const month = '?from=2026-02-28T16:00:00Z&to=2026-03-31T16:00:00Z'
  const all = async () => (await figure('received', 'leader', month)).value
  assert.ok((await all()) > 1000, 'the sums that were changed before are still read')
  await owner(sql`update metric.tallied set revision = revision + 1 where district = ${stage.district}`)
  const rightly = await all()
  assert.ok(rightly < 100, 'of days that changed no sums are read')
  assert.equal(await sum(), 1)
  assert.equal(await all(), rightly)
  assert.deepEqual(await sumsVerified(), [])
  const { rows } = await owner(
    sql<{ id: string }>`select id from cases.cases where district = ${stage.district} and state = 'closed' order by id limit 1`,
  )
  await does(await at('supervisor'), 'reopen', rows[0]?.id ?? '', { words: '回访发现问题仍在' })
  assert.equal(await all(), rightly, 'a day that is marked is counted from its cases, and once')
  await owner(sql`update metric.tallied set definition = 'another' where district = ${stage.district} and day = '2026-03-02'`)
  assert.equal(await sum(), 0, 'nothing is made of days of another definition')
  assert.equal(await all(), rightly)
  assert.ok((await tally()) > 0)
  assert.equal(await sum(), 1)
  assert.deepEqual([await all(), await sumsVerified()], [rightly, []])

  // What was summed up by other grains is not read; it is summed up anew, and nothing is tallied for it.
  const times = async () =>
    (await owner(sql<{ time: string }>`select summed_by as time from metric.tallied where district = ${stage.district}`)).rows
  const before = await times()
  await owner(sql`update metric.tallied set summed_by = revision || ' others ' where district = ${stage.district}`)
  await owner(sql`update metric.sums set sums[1] = sums[1] + 1000 where district = ${stage.district} and measure = 'received'`)
  assert.equal(await all(), rightly)
  assert.deepEqual([await tally(), await sum()], [0, 1])
  assert.deepEqual([await all(), await sumsVerified()], [rightly, []])
  for (const { time } of await times())
    assert.ok(!before.some((one) => one.time === time), 'who reads meanwhile sees that it was')

  // A program that knows neither of other grains nor of their mark tallies and sums up: of what it leaves out nothing is believed.
  const own = async () => (await figure('received', 'secretary', '?from=2026-03-01T16:00:00Z&to=2026-03-05T16:00:00Z')).value
  const owned = await own()
  await owner(sql`update metric.tallied set revision = revision + 1, summed = revision + 1 where district = ${stage.district}`)
  await owner(sql`delete from metric.sums where district = ${stage.district} and grain = 'placeOfDay'`)
  assert.deepEqual([await own(), await sum(), await own()], [owned, 1, owned])
  await owner(sql`delete from metric.sums where district = ${stage.district} and grain = 'placeOfDay'`)
  assert.ok((await own()) < owned, 'they are read where they hold')
})

test('a tally that somebody changed by hand is read, and verify finds it', async () => {
  await owner(sql`update metric.tallied set summed_by = null where district = ${stage.district}`)
  const before = await figure('received')
  await owner(sql`update metric.tallies set sums[1] = sums[1] + 1000 where district = ${stage.district} and measure = 'received'`)
  assert.ok((await figure('received')).value >= before.value + 1000, 'figures do read tallies')
  const found = (await verified()).map(({ where, what }) => `${where} ${what}`)
  assert.ok(found.some((finding) => finding.startsWith('tally ["received", "2026-03-02"')))
  for (const finding of found) assert.match(finding, /^tally \["received", .* is \{10\d\d,.*come to \{\d,/)
  const listedBefore = await listedBy('received.good', 'leader')
  await owner(sql`delete from metric.tallies where district = ${stage.district} and measure = 'received'`)
  assert.ok((await listedBy('received.good', 'leader')).length < listedBefore.length, 'lists look where tallies say')
  assert.match((await verified())[0]?.what ?? '', /is not there/)
})
