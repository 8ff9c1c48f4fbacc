import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Actor } from '../people/actor.ts'
import { residentOf } from '../people/nameless.ts'
import { notFound, unseen } from './unseen.ts'

const flow = { places: () => ['g-plum'], parties: () => ['somebody'], guarded: () => false }
const actor = (unit: string): Actor => ({ district: 'd', id: 'a', name: '某某', role: 'gridWorker', unit })
const blank = { district: 'd', id: 'i', version: 0, state: 'new' } as const
const item = { ...blank, version: 1, state: 'reported' }

test('whoever is at a post hears of what there is not, at the same point, what they hear of what is not theirs', () => {
  assert.equal(unseen(flow, actor('g-pine'), item, { mayBegin: false }), notFound)
  assert.equal(unseen(flow, actor('g-pine'), blank, { mayBegin: false }), notFound)
  assert.equal(unseen(flow, actor('g-plum'), item, { mayBegin: false }), undefined)
})

test('whoever begins something, and any resident, goes on to be told why or why not', () => {
  assert.equal(unseen(flow, actor('g-pine'), blank, { mayBegin: true }), undefined)
  assert.equal(unseen(flow, residentOf('d', 'r'), blank, { mayBegin: false }), undefined)
  assert.equal(unseen(flow, residentOf('d', 'r'), item, { mayBegin: false }), undefined)
})
