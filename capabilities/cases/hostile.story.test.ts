import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { provable, verify } from '#kernel/flow/verify.ts'
import { play } from '#testing/play.ts'
import { lampReport, setStage } from '#testing/stage.ts'
import { caseFlow } from './flow.ts'

// Whatever is typed into any field of any command is words, on its way into the database and back.

const hostile = [
  `'; drop table cases.cases; --`,
  `"; select pg_sleep(9); --`,
  `$$; delete from record.events; $$`,
  '<script>alert(1)</script>',
  '<img src=x onerror="alert(1)">',
  '{{constructor.constructor("return 1")()}}',
  '../../../../etc/passwd',
  '=HYPERLINK("x")',
  '%_\\%',
  '👨‍👩‍👧‍👦'.repeat(3),
  `{"$ne": null}`,
]

test('every command takes hostile words as words: nothing breaks, the record stays whole, and each is read as it was typed', async () => {
  const { does, report, handled, item, events, database, district } = await play()
  let turn = 0
  const said: string[] = []
  /** The next of them, as long as a field takes. */
  const h = (most = 500) => {
    const words = [...(hostile[turn++ % hostile.length] ?? '')].slice(0, most).join('')
    said.push(words)
    return words
  }
  const words = () => ({ words: h() })

  const long = await report('grandma', { words: h(), where: h(200), name: h(40), home: h(200) })
  await does('wangMin', 'accept', long)
  await does('wangMin', 'dispatch', long, { lead: 'urban', ...words(), assisting: [{ unit: 'housing', task: h() }] })
  await does('lamps', 'receive', long)
  await does('housing', 'receivePart', long)
  await does('housing', 'contribute', long, { answer: h() })
  await does('lamps', 'contact', long, { channel: 'telephone', reached: true, result: h() })
  await does('lamps', 'askReporter', long, { question: h() })
  await does('grandma', 'replyToAsk', long, words())
  await does('lamps', 'askExtension', long, { days: 1, reason: h() })
  await does('dispatcher', 'refuseExtension', long, words())
  await does('lamps', 'askSuspension', long, { reason: 'weather', until: '2026-03-10', ...words() })
  await does('supervisor', 'refuseSuspension', long, words())
  await does('lamps', 'askLedger', long, { missing: h(), plan: h() })
  await does('supervisor', 'enterLedger', long, { leader: h(60), missing: h(), plan: h() })
  await does('lamps', 'inform', long, words())
  await does('lamps', 'leaveLedger', long, words())
  const at = '2026-03-02T15:00:00+08:00'
  const called = await does('streetDesk', 'whistle', long, { units: ['power'], place: h(200), at })
  await does('power', 'attend', long, { whistle: called.whistles[0]?.id, people: h(200), agreed: h() })
  await does('supervisor', 'supervise', long, words())
  await does('grandma', 'remind', long, words())
  await does('secretary', 'comment', long, words())
  await does('lamps', 'resolve', long, { outcome: 'solved', done: h(), summary: h(200) })
  await does('grandma', 'rate', long, { solved: false, level: 1, ...words() })
  await does('lamps', 'resolve', long, { outcome: 'cannot', done: h(), because: h() })
  await does('caller', 'callBack', long, { answered: true, solved: false, level: 2, ...words() })
  await does('dispatcher', 'rule', long, { decision: 'dispatch', lead: 'housing', duty: h(), leader: h(60), ...words() })
  await does('housing', 'receive', long)
  await does('housing', 'resolve', long, { outcome: 'solved', done: h() })
  await does('secretary', 'approve', long, { summary: h(200) })
  await does('secretary', 'unpublish', long, words())
  await does('grandma', 'rate', long, { solved: true, level: 5, ...words() })
  await does('supervisor', 'exclude', long, { ground: h() })

  const declined = await report()
  await does('wangMin', 'handOver', declined, { to: { role: 'gridWorker', unit: 'g-pine' }, ...words() })
  await does('liQiang', 'accept', declined)
  await does('liQiang', 'escalate', declined, words())
  await does('secretary', 'sendDown', declined, words())
  await does('wangMin', 'proposeDecline', declined, { reason: 'court', ...words() })
  await does('dispatcher', 'decline', declined, { reason: 'court', ...words(), outside: h() })
  await does('grandma', 'appeal', declined, words())
  await does('supervisor', 'uphold', declined, words())
  await does('grandma', 'withdraw', declined, words())

  const split = await handled()
  await does('lamps', 'return', split, { reason: 'notOurDuty', rightBody: 'housing', ...words() })
  await does('wangMin', 'split', split, { parts: [{ id: randomUUID(), category: 'neighbours.dispute', ...words() }] })
  await does('wangMin', 'correct', split, { category: 'municipal.streetLamp', ...words() })

  const guarded = await report('grandma', { category: 'care.minors' })
  await does('dispatcher', 'reportToAuthority', guarded, { to: 'police', receipt: h(60), ...words() })
  const outer = randomUUID()
  await does('dispatcher', 'report', outer, lampReport({ outerId: h(60), category: 'neighbours.dispute' }))
  await does('dispatcher', 'decline', outer, { reason: 'unfounded', ...words(), outside: h() })
  await does('dispatcher', 'answerOutside', outer, words())

  const { findings } = await verify(database, [provable(caseFlow)], district)
  assert.deepEqual(findings, [])
  const kept: string[] = []
  for (const id of [long, declined, split, guarded, outer]) kept.push(JSON.stringify([await item(id), await events(id)]))
  const open = said.filter((one) => kept.some((text) => text.includes(JSON.stringify(one).slice(1, -1))))
  assert.ok(open.length > 45, `${open.length} of ${said.length} stand in the record; the rest is in the vault`)
})

test('what was typed comes back as it was typed, and is found by nobody’s pattern', async () => {
  const stage = await setStage()
  const reporter = await stage.resident('13900006666')
  for (const said of hostile) {
    const { id } = (await reporter.send('report', '', lampReport({ words: said, where: said }))).body
    const { item } = (await reporter.get(`/api/cases/${id}`)).body
    assert.deepEqual([item.words, item.where], [said, said])
  }
  const turned = await reporter.send('report', '', lampReport({ words: '\u202e反向' }))
  assert.equal(turned.status, 400, 'what turns the reading of a line round is no word')
  for (const q of ['%', '_', "'", '\\', '*', ':*', '&', '|', '!', '<script>']) {
    const { status } = await reporter.get(`/api/cases?scope=mine&q=${encodeURIComponent(q)}`)
    assert.ok(status === 200 || status === 400, `${q}: ${status}`)
  }
})
