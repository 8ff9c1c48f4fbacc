import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Due } from '../contract.ts'
import { doneOf, isBegun, keyOf, nothing, waitingFor } from './making.ts'

const [stairs, elderly] = [
  { network: 'order', what: '巡查楼道' },
  { network: 'civil', what: '探访独居老人' },
]
const due = (item: typeof stairs): Due => ({
  ...item,
  networkName: { zh: '综治', en: 'order' },
  by: 'gridWorker',
  rhythm: 'weekly',
})

test('a visit is begun once something is ticked or typed', () => {
  assert.equal(isBegun(nothing), false)
  assert.equal(isBegun({ ...nothing, note: ' ' }), false)
  assert.equal(isBegun({ ...nothing, note: '2号楼有堆物' }), true)
  assert.equal(isBegun({ ...nothing, ticked: [keyOf(stairs)] }), true)
})

test('what was ticked and is asked no more is not sent', () => {
  assert.deepEqual(doneOf([due(stairs)], [keyOf(elderly), keyOf(stairs)]), [stairs])
})

test('what a visit did that waits on the phone is known, and nothing of what waits for cases', () => {
  const waiting = waitingFor([
    { path: '/api/visits', input: { on: '2026-03-02', done: [stairs] } },
    { path: '/api/cases/1/solveOnSite', input: { done: '换了灯泡' } },
  ])
  assert.deepEqual([...waiting], [keyOf(stairs)])
})
