import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ErrandRow, Paper } from '../contract/errand.ts'
import { paperStateFor, sideFor, stateFor, yoursFirst } from './yours.ts'

type Seen = Pick<ErrandRow, 'side' | 'state' | 'papers'>
const given = (saidBy: 'resident' | 'helper'): Paper => ({
  ...{ name: '身份证', kind: 'card', count: 1, state: 'handedOver' },
  handovers: [{ to: 'helper', saidBy, saidAt: '2026-03-02T01:00:00Z' }],
})
const errand = (more: Partial<Seen>): Seen => ({ side: 'resident', state: 'collecting', papers: [], ...more })

test('what waits for the resident who reads it stands first and says so; the rest stays in its order', () => {
  const [asked, said] = [errand({ state: 'requested' }), errand({ papers: [given('resident')] })]
  const [handed, done] = [errand({ papers: [given('helper')] }), errand({ state: 'done' })]
  assert.deepEqual(yoursFirst([asked, handed, said, done]), [handed, done, asked, said])
  const kept = errand({ state: 'done', papers: [{ ...given('helper'), state: 'withDepartment', handovers: [] }] })
  assert.equal(stateFor(kept).zh, '已办好，还有材料没还您')
  assert.deepEqual(
    [asked, handed, said, done].map((one) => stateFor(one).zh),
    ['等社区安排', '等您确认交接', '收材料', '已办好，等您确认'],
  )
})

test('a helper and the community read of the resident, who is spoken to herself', () => {
  const done = errand({ side: 'helper', state: 'done' })
  assert.deepEqual(yoursFirst([errand({ side: 'helper' }), done])[1], done)
  assert.equal(stateFor(done).zh, '已办好，待居民确认')
  assert.equal(paperStateFor('returned', 'resident').zh, '已还给您')
  assert.equal(paperStateFor('returned', 'helper').zh, '已还给居民')
  assert.deepEqual([sideFor('resident', 'resident').zh, sideFor('resident', undefined).zh], ['您', '居民'])
})
