import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { does, smallDistrict } from '#testing/figures.ts'
import type { StaffName } from '#testing/neighbourhood.ts'
import { play } from '#testing/play.ts'
import { type Answer, lampReport, setStage } from '#testing/stage.ts'
import { caseMetrics } from './metrics.ts'

const { stage, at, figure, excluded } = await smallDistrict()
const ratio = ({ numerator, denominator, withExcluded }: Answer['body']) => [
  `${numerator}/${denominator}`,
  `${withExcluded.numerator}/${withExcluded.denominator}`,
]

test('what moved leads to the cases of both windows, but for one that began in another century, which no list is asked for', async () => {
  const own = await setStage('2026-03-02T09:00:00+08:00')
  const dispatcher = await own.at('dispatcher')
  for (let number = 0; number < 20; number += 1)
    await does(own.nobody(), 'report', '', lampReport({ words: `第 ${number} 盏路灯不亮` }))
  own.clock.moveTo('2026-03-02T09:30:00+08:00')
  const movedSince = async (from: string) => (await dispatcher.get(`/api/metrics/highlights?from=${from}`)).body.rows.at(-1)
  for (const [from, links] of [
    ['2026-03-01T00:00:00Z', 1],
    ['2005-01-01T00:00:00Z', 0],
  ] as const) {
    const { kind, rows, parts } = await movedSince(from)
    assert.deepEqual([kind, parts.length], ['moved', links])
    for (const path of [rows, ...parts.map((part: Answer['body']) => part.rows)])
      assert.equal((await dispatcher.get(path)).status, 200, path)
  }
})

test('received: all for the district; what is about the chain is left out for the others, who count their own only', async () => {
  const all = await figure('received')
  assert.deepEqual([all.value, all.beside.withdrawn], [12, 1])
  assert.equal((await figure('received', 'streetDesk')).value, 11)
  assert.equal((await figure('received', 'secretary')).value, 10)
  assert.equal((await figure('received', 'eastSecretary')).value, 1)
  assert.equal((await figure('received', 'property')).value, 9)
  assert.equal((await figure('received', 'lamps')).value, 0)
  assert.equal((await figure('received', 'property', '?community=river')).value, 0)
})

test('a figure leads to its rows, group by group, by code', async () => {
  const byUnit = await figure('received', 'dispatcher', '?by=unit')
  assert.deepEqual(
    byUnit.groups.map(({ group, value }: Answer['body']) => `${group} ${value}`),
    ['- 3', 'property-1 9'],
  )
  const reader = await at('dispatcher')
  const listed = async (path: string) => (await reader.get(path)).body.rows.length
  assert.deepEqual(
    await Promise.all(byUnit.groups.map(({ rows }: Answer['body']) => listed(rows))),
    [3, 9],
    'what no unit leads, too',
  )
  const byMonth = await figure('received', 'dispatcher', '?by=month&from=2026-02-01T00:00:00%2B08:00')
  assert.deepEqual(
    byMonth.groups.map(({ group }: Answer['body']) => group),
    ['2026-03'],
  )
  assert.equal((await (await at('dispatcher')).get(byMonth.groups[0].rows)).body.rows.length, 12)
  const over = await figure('overNow')
  assert.equal((await (await at('dispatcher')).get(over.rows)).body.rows.length, over.value)
  const { beside, besideRows } = await figure('received')
  assert.deepEqual(Object.keys(besideRows), ['withdrawn', 'merged', 'declined'])
  for (const [state, rows] of Object.entries<string>(besideRows))
    assert.equal((await (await at('dispatcher')).get(rows)).body.rows.length, beside[state], state)
  assert.equal(byUnit.groups[1].besideRows, undefined)
})

test('open and over: the reopened, the one that lies, the one about property, the one in the other community', async () => {
  assert.equal((await figure('openNow')).value, 4)
  assert.equal((await figure('openNow', 'streetDesk')).value, 3)
  assert.equal((await figure('overNow')).value, 3)
  assert.equal((await figure('overNow', 'streetDesk')).value, 2)
})

test('response rate: seven were contacted in time, one never; one was solved and one returned before a contact was due', async () => {
  const rate = await figure('responseRate')
  assert.deepEqual(ratio(rate), ['6/7', '7/8'])
  assert.equal(rate.value, 0.8571)
  const { late, missed, released, running, excluded } = rate.beside
  assert.deepEqual({ late, missed, released, running, excluded }, { late: 0, missed: 1, released: 2, running: 0, excluded: 1 })
  assert.deepEqual(ratio(await figure('responseRate', 'property')), ['6/7', '7/8'])
})

test('accepted in time: not the late one, nor the two that nobody took; the withdrawn one counts for nothing', async () => {
  assert.deepEqual(ratio(await figure('acceptedInTime')), ['7/10', '8/11'])
  assert.deepEqual(ratio(await figure('acceptedInTime', 'eastSecretary')), ['0/1', '0/1'])
})

test('resolved in time: eight, until the limit of the one that lies is over, with its extension', async () => {
  const rate = await figure('resolvedInTime')
  assert.deepEqual(ratio(rate), ['7/7', '8/8'])
  assert.equal(rate.beside.running, 2, 'the one that lies, and the new round')
})

test('solved and satisfied: by the last word of each reporter; unrated is never satisfied; with and without the excluded', async () => {
  const solved = await figure('resolutionRate')
  assert.deepEqual(ratio(solved), ['5/6', '6/7'])
  assert.deepEqual(solved.beside, {
    ...{
      short: 1,
      asked: 8,
      answered: 7,
      unrated: 1,
      byCallBack: 1,
      called: 1,
      reached: 1,
      throughStaff: 0,
      reopened: 1,
      excluded: 1,
      ledger: 0,
    },
  })
  const satisfied = await figure('satisfactionRate')
  assert.deepEqual(ratio(satisfied), ['3/6', '3/7'])
  assert.equal(satisfied.value, 0.5)
})

test('what is solved is counted by who bears it out; what only the unit says, and what the reporter denies, is not', async () => {
  const rate = await figure('solvedConfirmed')
  assert.deepEqual(ratio(rate), ['5/6', '6/7'])
  assert.deepEqual(rate.beside, { short: 1, byReporter: 6, byVisit: 0, byPhoto: 0, claimedOnly: 1, denied: 0, excluded: 1 })
})

test('a share leads to what it is out of, to what falls short of it, and to each that stands beside it', async () => {
  const dispatcher = await at('dispatcher')
  const listed = async (path: string): Promise<number> => {
    const { status, body } = await dispatcher.get(`${path}&limit=200`)
    assert.equal(status, 200, JSON.stringify(body))
    return body.rows.length
  }
  // Counted case by case.
  for (const name of ['resolutionRate', 'satisfactionRate', 'solvedConfirmed']) {
    const { rows, denominator, beside, besideRows } = await figure(name)
    assert.equal(await listed(rows), denominator, name)
    for (const [key, path] of Object.entries<string>(besideRows)) assert.equal(await listed(path), beside[key], `${name} ${key}`)
  }
  // Counted round by round: a case of two rounds is one row.
  for (const name of ['responseRate', 'acceptedInTime', 'resolvedInTime']) {
    const { rows, denominator, beside, besideRows } = await figure(name)
    const [all, short] = [await listed(rows), await listed(besideRows.short)]
    assert.ok(all > 0 && all <= denominator, `${name}: ${all} of ${denominator}`)
    assert.ok(short <= beside.short && short > 0 === beside.short > 0, `${name}: ${short} of ${beside.short}`)
  }
  // Nobody lists by it what they do not see, and nothing is listed by what is no figure.
  const { rows } = await figure('resolutionRate')
  assert.deepEqual((await (await at('eastSecretary')).get(rows)).body.rows, [])
  const window = 'from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z'
  for (const query of [
    'counts=none.due',
    'counts=openNow.good',
    'counts=resolutionRate.constructor',
    'counts=resolutionRate.due&q=x',
  ])
    assert.equal((await dispatcher.get(`/api/cases?${window}&${query}`)).status, 400, query)
  assert.equal((await dispatcher.get('/api/cases?counts=resolutionRate.due')).status, 400)
})

test('nothing to count has no value and says why, with zeros beside', async () => {
  const none = await figure('satisfactionRate', 'eastSecretary')
  assert.deepEqual([none.value, none.denominator, none.hidden], [null, 0, false])
  assert.match(none.note.zh, /没有可计算的事项/)
  assert.equal((await figure('medianHoursToResolve', 'eastSecretary')).value, null)
  const early = await figure('resolutionRate', 'dispatcher', '?from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z')
  assert.deepEqual([early.value, early.beside.asked], [null, 0])
})

test('hours to resolve: five of two hours and one of twenty-five, the excluded left out', async () => {
  const median = await figure('medianHoursToResolve')
  assert.deepEqual([median.value, median.denominator], [2, 6])
  assert.equal((await figure('p90HoursToResolve')).value, 13.5)
})

test('returns and extensions are counted from what was done', async () => {
  const returned = await figure('returns')
  assert.deepEqual([returned.value, returned.beside.cases], [1, 1])
  const extended = await figure('extensions')
  assert.deepEqual([extended.value, extended.beside.asked], [1, 1])
  const dispatcher = await at('dispatcher')
  const found = async (path: string) => (await dispatcher.get(path)).body.rows.map(({ id }: { id: string }) => id)
  const [wentBack, waitedLonger] = [await found(returned.rows), await found(extended.rows)]
  assert.deepEqual([wentBack.length, waitedLonger.length], [1, 1])
  const worded = `&q=${encodeURIComponent('吵闹')}`
  assert.deepEqual([await found(`${returned.rows}${worded}`), await found(`${extended.rows}${worded}`)], [wentBack, waitedLonger])
})

test('what stands out: what is over and where, what waits for a decision, each with its rows; of the rest what moved beyond chance', async () => {
  const told = async (who: StaffName, query = '') => (await (await at(who)).get(`/api/metrics/highlights${query}`)).body
  const dispatcher = await at('dispatcher')
  const { rows, before, from } = await told('dispatcher')
  const [over, toDecide, moved] = rows
  assert.deepEqual([over.kind, over.metric, over.words.zh], ['over', 'overNow', '超时未办 3 件'])
  assert.equal(
    over.parts.reduce((sum: number, { words }: Answer['body']) => sum + Number(/\d+$/.exec(words.zh)), 0),
    3,
  )
  for (const { words, rows: path } of over.parts)
    assert.equal((await dispatcher.get(path)).body.rows.length, Number(/\d+$/.exec(words.zh)), words.zh)
  assert.deepEqual([toDecide.kind, toDecide.words.zh, toDecide.parts], ['calm', '等人定夺 0 件', []])
  assert.deepEqual([moved.kind, moved.parts], ['calm', []], 'twelve against nothing is a beginning, not a change')
  assert.equal(before.to, from)

  const secretary = await told('secretary')
  assert.ok(secretary.rows[0].parts.length > 0)
  const reader = await at('secretary')
  for (const { words, rows: path } of secretary.rows[0].parts)
    assert.equal((await reader.get(path)).body.rows.length, Number(/\d+$/.exec(words.zh)), words.zh)
  assert.ok(
    secretary.rows[0].parts.every(({ words }: Answer['body']) => /物业|property|还没有主办单位/.test(words.zh)),
    'a community reads by unit',
  )
  assert.equal((await (await at('admin')).get('/api/metrics/highlights')).status, 403)
  assert.equal((await stage.nobody().get('/api/metrics/highlights')).status, 401)
  assert.equal((await dispatcher.get('/api/metrics/highlights?from=2026-03-05T00:00:00Z')).status, 400, 'it has not begun')
})

test('what is elsewhere than in the places that are named has its list: those of no place are in it unless they are named', async () => {
  const actor = { ...{ district: stage.district, id: 'dispatcher', name: '卫派' }, role: 'dispatcher' } as const
  const elsewhere = async (by: 'unit' | 'street' | 'community', named: string[]) => {
    const frame = { actor, now: stage.clock.now(), by }
    const path = caseMetrics.find(({ name }) => name === 'received')?.elsewhere?.(frame, named) ?? ''
    const { status, body } = await (await at('dispatcher')).get(path)
    assert.equal(status, 200, JSON.stringify(body))
    return body.rows.length
  }
  assert.equal(await elsewhere('unit', ['property-1']), 3)
  assert.equal(await elsewhere('unit', ['-']), 9)
  assert.equal(await elsewhere('unit', ['-', 'property-1']), 0)
  assert.equal(await elsewhere('unit', ['power']), 12)
  assert.equal(await elsewhere('community', ['garden']), (await figure('received', 'dispatcher', '?community=river')).value)
})

test('every figure has a name, a unit and a definition in both languages; each of its companions too', async () => {
  const listed = await (await at('leader')).get('/api/metrics')
  assert.deepEqual(
    listed.body.map(({ name }: { name: string }) => name),
    caseMetrics.map(({ name }) => name),
  )
  assert.equal(new Set(caseMetrics.map(({ name }) => name)).size, caseMetrics.length)
  for (const { name, label, unit, definition, besides } of listed.body)
    for (const words of [label, unit, ...Object.values<Answer['body']>(definition), ...Object.values<Answer['body']>(besides)]) {
      assert.match(words.zh, /\p{Script=Han}/u, name)
      assert.match(words.en, /^[\x20-\x7e]+$/, name)
    }
  for (const metric of caseMetrics) {
    const counted = await figure(metric.name, 'leader', '?by=category')
    for (const beside of Object.keys(counted.beside))
      assert.ok(counted.besides[beside] ?? beside === 'excluded', `${metric.name} ${beside}`)
  }
})

test('who has no figures to see is told; a window that ends before it begins, and a name that is none, too', async () => {
  assert.equal((await stage.nobody().get('/api/metrics')).status, 401)
  assert.equal((await (await at('admin')).get('/api/metrics/received')).status, 403)
  assert.equal((await (await stage.resident('13900001111')).get('/api/metrics/received')).status, 403)
  const dispatcher = await at('dispatcher')
  assert.equal((await dispatcher.get('/api/metrics/happiness')).status, 404)
  assert.equal((await dispatcher.get('/api/metrics/received?from=2026-03-01T00:00:00Z&to=2026-02-01T00:00:00Z')).status, 400)
  assert.equal((await dispatcher.get('/api/metrics/received?by=worker')).status, 400)
})

test('what goes into the ledger is neither resolved in time nor solved, whatever its limit said', async () => {
  const of = async (name: string) => ratio(await figure(name))[0]
  const before = [await of('resolvedInTime'), await of('resolutionRate')]
  const { rows } = (await (await at('property')).get('/api/cases?state=handling')).body
  const lying = rows.find(({ round }: Answer['body']) => round === 1)
  await does(await at('property'), 'askLedger', lying.id, { missing: '资金', plan: '明年改造' })
  const [, toDecide] = (await (await at('leader')).get('/api/metrics/highlights')).body.rows
  assert.deepEqual([toDecide.kind, toDecide.words.zh], ['waits', '等人定夺 1 件'])
  assert.equal(toDecide.parts[0].words.zh, '申请挂账 1')
  assert.equal((await (await at('leader')).get(toDecide.parts[0].rows)).body.rows[0].id, lying.id)
  await does(await at('supervisor'), 'enterLedger', lying.id, { leader: '分管领导', plan: '明年改造', missing: '资金' })
  assert.deepEqual(before, ['7/7', '5/6'])
  assert.deepEqual([await of('resolvedInTime'), await of('resolutionRate')], ['7/8', '5/7'])
  const { beside, besideRows } = await figure('resolvedInTime')
  assert.equal(beside.ledger, 1)
  assert.equal((await (await at('leader')).get(besideRows.ledger)).body.rows[0].id, lying.id)
})

test('what was said of a round that is out of the figures stays out of them; what is said of the next counts', async () => {
  const of = async () => {
    const told = await figure('resolutionRate')
    return [...ratio(told), told.beside.excluded]
  }
  assert.deepEqual(await of(), ['5/7', '6/8', 1])
  await does(await at('supervisor'), 'reopen', excluded.id, { words: '楼上又吵了' })
  // That the first round was solved is good for that round alone.
  assert.deepEqual(await of(), ['5/7', '5/7', 0])
  await does(await at('property'), 'resolve', excluded.id, { outcome: 'solved', done: '再次劝说' })
  await does(await stage.holder(excluded.code), 'rate', excluded.id, { solved: true, level: 5 })
  assert.deepEqual(await of(), ['6/8', '6/8', 0])
})

test('who says that it was solved and takes that back bears no later round out', async () => {
  const { resolved, rated, does, at: hand, clock } = await play()
  const id = await resolved()
  clock.moveOn({ minutes: 1 })
  const confirmed = async () => {
    const { value, beside } = (await (await hand('dispatcher')).get('/api/metrics/solvedConfirmed')).body
    return [value, beside.byReporter]
  }
  await rated(id, true)
  assert.deepEqual(await confirmed(), [1, 1])
  await does('grandma', 'reopen', id, { words: '根本没好' })
  await does('lamps', 'resolve', id, { outcome: 'solved', done: '好了' })
  assert.deepEqual(await confirmed(), [0, 0])
})

test('the report of a month has each unit once, every rate with its denominator, and none of a handful', async () => {
  const dispatcher = await at('dispatcher')
  const { body } = await dispatcher.get('/api/reports/monthly?month=2026-03&by=unit')
  assert.deepEqual(
    body.lines.map(({ code, name }: Answer['body']) => [code, name.zh]),
    [
      ['-', '还没有主办单位'],
      ['property-1', '万家物业'],
    ],
  )
  assert.equal(body.over, false)
  const place = (name: string) => body.metrics.findIndex((one: Answer['body']) => one.name === name)
  const of = (line: Answer['body'], name: string) => line.figures[place(name)]
  const property = body.lines[1]
  assert.equal(of(property, 'received').value, 9)
  for (const { name } of body.metrics) {
    const { value } = await figure(name, 'dispatcher', '?from=2026-02-28T16:00:00Z&to=2026-03-31T16:00:00Z')
    assert.equal(body.whole[place(name)].value, value, name)
  }
  const few = (await dispatcher.get('/api/reports/monthly?month=2026-03&by=community')).body
  const river = few.lines.find(({ code }: Answer['body']) => code === 'river')
  assert.deepEqual(
    [of(river, 'received').value, of(river, 'acceptedInTime').value, of(river, 'acceptedInTime').denominator],
    [1, null, 1],
  )
  assert.match(of(river, 'acceptedInTime').note.zh, /不足 5 件/)
  assert.deepEqual((await dispatcher.get('/api/reports/monthly')).body.month, '2026-02')
  assert.equal((await dispatcher.get('/api/reports/monthly?month=2026-04')).status, 400)
  assert.equal((await dispatcher.get('/api/reports/monthly?month=2026-13')).status, 400)
  assert.equal((await dispatcher.get('/api/reports/monthly?by=worker')).status, 400)
  assert.equal((await (await stage.resident('13900001111')).get('/api/reports/monthly')).status, 403)
  const own = (await (await at('property')).get('/api/reports/monthly?month=2026-03')).body
  assert.deepEqual(
    own.lines.map(({ code }: Answer['body']) => code),
    ['property-1'],
  )
  const sheet = await dispatcher.bytes('/api/reports/monthly.xlsx?month=2026-03')
  assert.deepEqual([sheet.status, sheet.bytes.subarray(0, 2).toString()], [200, 'PK'])
})

test('whoever reads sees no time limits but while counting, and then none of another district', async () => {
  const limits = (district: string, counting: boolean) =>
    within(stage.database, { as: 'read', district, sight: { everything: true, places: [], party: '' } }, async (connection) => {
      if (counting) await sql.raw("set local app.counting = 'on'").execute(connection)
      const { rows } = await sql<{ count: number }>`select count(*)::integer as count from flow.limits`.execute(connection)
      return rows[0]?.count ?? 0
    })
  assert.equal(await limits(stage.district, false), 0)
  assert.ok((await limits(stage.district, true)) > 20)
  assert.equal(await limits('elsewhere', true), 0)
})
