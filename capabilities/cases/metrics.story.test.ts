import assert from 'node:assert/strict'
import { before, suite, test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { keptBy } from '#kernel/metric/definition.ts'
import { sumMonths, verifySums } from '#kernel/metric/sums.ts'
import { tallyDays, verifyTallies } from '#kernel/metric/tallies.ts'
import { dropSettled, keepUnsettled, verifyUnsettled } from '#kernel/metric/unsettled.ts'
import { everybodysPassword, type StaffName } from '#testing/neighbourhood.ts'
import { drawnId } from '#testing/play.ts'
import { type Answer, type Hand, lampReport, setStage } from '#testing/stage.ts'
import { caseMetrics } from './metrics.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const dispute = (more: object = {}) =>
  lampReport({ id: drawnId(stage.house.ring), category: 'neighbours.dispute', words: '楼上夜里吵闹', ...more })

/** Sends a command that has to succeed. */
async function does(hand: Hand, command: string, id: string, input: object = {}): Promise<Answer> {
  const told = await hand.send(command, id, input)
  assert.equal(told.status, 200, `${command}: ${JSON.stringify(told.body)}`)
  return told
}
/** Somebody of the staff, signed in anew: sessions are over by the next day. */
async function today(name: StaffName): Promise<Hand> {
  const payload = { account: `${name}.${stage.district}`, password: everybodysPassword }
  const reply = await stage.app.inject({ method: 'POST', url: '/api/session', payload })
  return stage.hand(reply.cookies.find((cookie) => cookie.name === 'linli')?.value)
}
const hands = new Map<string, Promise<Hand>>()
const at = (name: StaffName): Promise<Hand> => {
  const day = `${name} ${stage.clock.now().toString().slice(0, 10)}`
  const hand = hands.get(day) ?? today(name)
  hands.set(day, hand)
  return hand
}
async function figure(name: string, who: StaffName = 'dispatcher', query = ''): Promise<Answer['body']> {
  const told = await (await at(who)).get(`/api/metrics/${name}${query}`)
  assert.equal(told.status, 200, JSON.stringify(told.body))
  return told.body
}
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

suite('the figures of a small district, checked by hand', () => {
  /** Eight that property handles to the end; one that it lets lie; one withdrawn; one about it; one in the other community. */
  before(async () => {
    let [wangMin, property] = [await at('wangMin'), await at('property')]
    const reports: { id: string; code: string }[] = []
    const report = async (input: object) => {
      const { id, secret } = (await does(stage.nobody(), 'report', '', input)).body
      return { id, code: secret.queryCode }
    }
    const handle = async (id: string, reached = true) => {
      await does(property, 'receive', id)
      if (!reached) return
      await does(property, 'contact', id, { channel: 'message', reached: true, result: '已联系' })
    }
    for (let number = 0; number < 8; number += 1) reports.push(await report(dispute()))
    const lying = await report(dispute())
    const withdrawn = await report(dispute())
    await report(dispute({ about: ['property-1'] }))
    await report(dispute({ place: { point: { longitude: 119.03, latitude: 36.005, system: 'wgs84' } } }))

    await does(await stage.holder(withdrawn.code), 'withdraw', withdrawn.id)
    for (const [number, { id }] of [...reports, lying].entries()) {
      if (number === 1) continue
      await does(wangMin, 'accept', id)
      await does(wangMin, 'dispatch', id, { lead: 'property-1' })
    }
    const returned = reports[7]?.id ?? ''
    await does(property, 'return', returned, { reason: 'notOurDuty', words: '非本单位', rightBody: 'housing' })
    await does(wangMin, 'dispatch', returned, { lead: 'property-1' })
    for (const [number, { id }] of reports.entries()) if (number !== 1) await handle(id, number !== 6)
    await does(property, 'receive', lying.id)
    await does(property, 'askExtension', lying.id, { days: 2, reason: '需要协调楼上住户' })
    await does(await at('dispatcher'), 'grantExtension', lying.id)

    stage.clock.moveOn({ hours: 2 })
    const solve = (id: string) => does(property, 'resolve', id, { outcome: 'solved', done: '已劝说' })
    for (const [number, { id }] of reports.entries()) if (number !== 1) await solve(id)

    stage.clock.moveTo('2026-03-03T10:00:00+08:00')
    wangMin = await at('wangMin')
    property = await at('property')
    const late = reports[1]?.id ?? ''
    await does(wangMin, 'accept', late)
    await does(wangMin, 'dispatch', late, { lead: 'property-1' })
    await handle(late)
    await solve(late)

    const said = [[true, 5], [true, 4], [true, 3], [false, 1], undefined, [true, 2], undefined, [true, 2]] as const
    for (const [number, answer] of said.entries()) {
      const { id, code } = reports[number] ?? lying
      if (answer) await does(await stage.holder(code), 'rate', id, { solved: answer[0], level: answer[1] })
    }
    await does(await at('caller'), 'callBack', reports[4]?.id ?? '', { answered: true, solved: true, level: 5 })
    await does(await at('supervisor'), 'exclude', returned, { ground: '重复报单' })
    await does(await at('secondSupervisor'), 'exclude', returned, { ground: '重复报单' })

    stage.clock.moveTo('2026-03-04T10:00:00+08:00')
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
    const rows = await (await at('dispatcher')).get(byUnit.groups[1].rows)
    assert.equal(rows.body.rows.length, 9)
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

  test('response rate: seven were contacted in time, one never; one was solved before a contact was due', async () => {
    const rate = await figure('responseRate')
    assert.deepEqual(ratio(rate), ['6/7', '7/8'])
    assert.equal(rate.value, 0.8571)
    const { late, missed, released, running, excluded } = rate.beside
    assert.deepEqual({ late, missed, released, running, excluded }, { late: 0, missed: 1, released: 1, running: 0, excluded: 1 })
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
      for (const [key, path] of Object.entries<string>(besideRows))
        assert.equal(await listed(path), beside[key], `${name} ${key}`)
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
    assert.deepEqual(
      [await found(`${returned.rows}${worded}`), await found(`${extended.rows}${worded}`)],
      [wentBack, waitedLonger],
    )
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
    assert.ok(
      secretary.rows[0].parts.every(({ words }: Answer['body']) => /物业|property|未归属/.test(words.zh)),
      'a community reads by unit',
    )
    assert.equal((await (await at('admin')).get('/api/metrics/highlights')).status, 403)
    assert.equal((await stage.nobody().get('/api/metrics/highlights')).status, 401)
    assert.equal((await dispatcher.get('/api/metrics/highlights?from=2026-03-05T00:00:00Z')).status, 400, 'it has not begun')
  })

  test('every figure has a name, a unit and a definition in both languages; each of its companions too', async () => {
    const listed = await (await at('leader')).get('/api/metrics')
    assert.deepEqual(
      listed.body.map(({ name }: { name: string }) => name),
      caseMetrics.map(({ name }) => name),
    )
    assert.equal(new Set(caseMetrics.map(({ name }) => name)).size, caseMetrics.length)
    for (const { name, label, unit, definition, besides } of listed.body)
      for (const words of [
        label,
        unit,
        ...Object.values<Answer['body']>(definition),
        ...Object.values<Answer['body']>(besides),
      ]) {
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

  test('the report of a month has each unit once, every rate with its denominator, and none of a handful', async () => {
    const dispatcher = await at('dispatcher')
    const { body } = await dispatcher.get('/api/reports/monthly?month=2026-03&by=unit')
    assert.deepEqual(
      body.lines.map(({ code, name }: Answer['body']) => [code, name.zh]),
      [
        ['-', '未派单或无此项'],
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
    const own = (await (await today('property')).get('/api/reports/monthly?month=2026-03')).body
    assert.deepEqual(
      own.lines.map(({ code }: Answer['body']) => code),
      ['property-1'],
    )
    const sheet = await dispatcher.bytes('/api/reports/monthly.xlsx?month=2026-03')
    assert.deepEqual([sheet.status, sheet.bytes.subarray(0, 2).toString()], [200, 'PK'])
  })

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
    // What is protected, and what is about the chain, is settled too: tallies show them to nobody who may not count them.
    const dispatcher = await at('dispatcher')
    for (const input of [lampReport({ category: 'care.minors' }), dispute({ about: ['property-1'] })]) {
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
      const figures: Record<string, unknown> = {}
      for (const who of ['dispatcher', 'leader', 'streetDesk', 'secretary', 'property'] as const)
        for (const name of ['received', 'resolvedInTime', 'satisfactionRate', 'medianHoursToResolve'])
          for (const query of [
            ...['unit', 'street', 'community', 'category', 'month'].map((by) => `by=${by}`),
            ...['lead=property-1', 'community=river&by=unit', 'category=care.minors', 'by=month&category=neighbours.dispute'],
          ])
            for (const to of ['2026-03-31T16:00:00Z', '2026-03-04T00:00:00Z'])
              figures[`${who} ${name} ${query} ${to}`] = await figure(name, who, `?${query}&from=2026-02-28T16:00:00Z&to=${to}`)
      return figures
    }
    const counted = await told()
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
  })

  test('a tally that somebody changed by hand is read, and verify finds it', async () => {
    await owner(sql`update metric.tallied set summed = null where district = ${stage.district}`)
    const before = await figure('received')
    await owner(
      sql`update metric.tallies set sums[1] = sums[1] + 1000 where district = ${stage.district} and measure = 'received'`,
    )
    assert.ok((await figure('received')).value >= before.value + 1000, 'figures do read tallies')
    const found = (await verified()).map(({ where, what }) => `${where} ${what}`)
    assert.ok(found.some((finding) => finding.startsWith('tally ["received", "2026-03-02"')))
    for (const finding of found) assert.match(finding, /^tally \["received", .* is \{10\d\d,.*come to \{\d,/)
    const listedBefore = await listedBy('received.good', 'leader')
    await owner(sql`delete from metric.tallies where district = ${stage.district} and measure = 'received'`)
    assert.ok((await listedBy('received.good', 'leader')).length < listedBefore.length, 'lists look where tallies say')
    assert.match((await verified())[0]?.what ?? '', /is not there/)
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
})
