import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { specialDays, usualHours } from '#kernel/time/years.ts'
import type { In, Paper } from './contract/errand.ts'
import { paperStates } from './contract/kinds.ts'
import type { Here } from './decisions.ts'
import { erase, mustBeErasable } from './erasing.ts'
import { errandFlow } from './flow.ts'
import { originalsOut } from './papers.ts'
import { noFacts, partyOf, show } from './show.ts'

const now = Temporal.Instant.from('2026-03-02T09:00:00Z')
const here: Here = {
  ...{ ...noFacts, now, others: [], fresh: () => '' },
  actor: { district: 'd', id: 'worker', name: '赵书记', role: 'communitySecretary', unit: 'garden' },
  calendar: { district: 'd', version: 1, hours: usualHours, knownUntil: '2026-12-31', days: specialDays(2026) ?? [] },
}
const id = '019f0000-0000-7000-8000-000000000000'
const secret = (number: number) => `vault:${id.slice(0, -1)}${number}`
const errand = (papers: Paper[]): In<'collecting'> => ({
  ...{ district: 'd', id, version: 3, state: 'collecting', code: 'card', itemName: { zh: '优待证' }, kind: 'certificates' },
  ...{ department: '窗口', days: 1, hours: 1, letter: false, community: 'garden', communityName: '花园社区' },
  ...{ resident: partyOf(id), name: secret(1), phone: secret(2), note: secret(3), placeName: '3号楼', atHome: false, papers },
  ...{ requestedAt: now.toString(), dueAt: now.toString(), reminded: true },
  ...{ helper: { role: 'gridWorker', unit: 'g' }, helperName: '王敏' },
})
const endedAt = now.toString()
/** The same in each state from which it may be erased. */
const everywhere = (papers: Paper[]) => {
  const one = errand(papers)
  const told = { because: '材料不全', missing: '户口本' }
  return [
    ...[one, { ...one, state: 'assigned' as const }, { ...one, state: 'submitted' as const, submittedAt: endedAt }],
    ...[
      { ...one, ...told, state: 'rejected' as const },
      { ...one, state: 'done' as const, endedAt },
    ],
    ...[
      { ...one, state: 'confirmed' as const, endedAt },
      { ...one, state: 'withdrawn' as const, endedAt },
    ],
    { ...one, state: 'declined' as const, endedAt, because: '不在本社区' },
  ]
}
const papers = fc.array(
  fc.record<Paper>({
    name: fc.constantFrom('身份证', '户口本'),
    kind: fc.constantFrom('original', 'copy', 'card', 'money'),
    count: fc.constant(1),
    state: fc.constantFrom(...(Object.keys(paperStates) as Paper['state'][])),
    handovers: fc.constant([]),
  }),
  { maxLength: 4 },
)

suite('erasing an errand as the person asks', () => {
  test('what was under way is withdrawn, what was done is confirmed, and what was over stays as it was', () => {
    assert.deepEqual(
      everywhere([]).map((one) => {
        const after = erase(one, { because: '本人要求' }, here)
        return isRefusal(after) ? 'refused' : after.state
      }),
      ['withdrawn', 'withdrawn', 'withdrawn', 'withdrawn', 'confirmed', 'confirmed', 'withdrawn', 'declined'],
    )
  })

  test('never happens while something of theirs is out; afterwards nothing that they told is left, and no limit runs', () => {
    fc.assert(
      fc.property(papers, (some) => {
        for (const one of everywhere(some)) {
          assert.equal(isRefusal(mustBeErasable(one) ?? one), originalsOut(some).length > 0)
          const after = erase(one, { because: '本人要求' }, here)
          assert.ok(!isRefusal(after))
          assert.deepEqual([after.name, after.phone, after.note, after.papers], [undefined, undefined, undefined, some])
          assert.ok(one.state !== 'collecting' || !('dueAt' in after))
          assert.ok(mustBeErasable(after), 'once')
        }
      }),
    )
  })

  test('is refused of whoever has an account, and with a number in its reason', () => {
    assert.equal(mustBeErasable({ ...errand([]), resident: 'an account' })?.kind, 'notYou')
    for (const because of ['138 0000 9999 来电', '身份证 370000194001010000'])
      assert.ok(isRefusal(erase(errand([]), { because }, here)))
  })
})

test('what was said in a rating before it lay in the vault is read as it stands', () => {
  const rating = { satisfied: true, words: '跑了两趟，谢谢' }
  const kept: unknown = JSON.parse(JSON.stringify({ ...errand([]), state: 'confirmed', endedAt, rating, dueAt: undefined }))
  assert.deepEqual(show(errandFlow.parse(kept), here).rating, rating)
})
