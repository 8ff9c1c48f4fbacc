import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Queued } from '#web/shared/offline/database.ts'
import type { CaseView, FlowDescription } from '../view.ts'
import { expected, leadsTo, mayAfter } from './expected.ts'

const words = (en: string) => ({ zh: en, en })
const command = (from: string, to: string, ...by: string[]) => ({
  ...{ zh: '', input: {}, from: from.split(' '), to: to.split(' ') },
  ...{ by: by.map(words), passesOn: false, onOccasion: false },
})
const flow = {
  commands: {
    accept: command('reported', 'accepted', 'its holder'),
    solveOnSite: command('accepted', 'verifying resolved', 'its holder'),
    receive: command('dispatched', 'handling', 'the lead unit'),
    resolve: command('handling', 'verifying resolved', 'the lead unit'),
    dispatch: { ...command('reported accepted', 'dispatched', 'its holder'), passesOn: true },
    resume: command('handling', 'handling', 'the lead unit', 'the supervisor'),
    reportToAuthority: { ...command('reported accepted', 'unchanged', 'its holder'), onOccasion: true },
    exclude: command('handling', 'handling', 'the supervisor'),
    comment: command('reported accepted dispatched handling', 'unchanged', 'a worker', 'the reporter'),
  },
}

test('a command leads to a state where there is only one', () => {
  assert.equal(leadsTo(flow, 'receive', 'dispatched'), 'handling')
  assert.equal(leadsTo(flow, 'comment', 'handling'), 'handling')
  assert.equal(leadsTo(flow, 'resolve', 'handling'), undefined)
})

test('what passes a case on leads its sender nowhere: somebody else has it then', () => {
  assert.equal(leadsTo(flow, 'dispatch', 'accepted'), undefined)
})

test('who received without a network goes on as the lead unit, and says what they could say before', () => {
  assert.deepEqual(mayAfter(flow, ['receive', 'comment'], 'handling'), ['resolve', 'resume', 'comment'])
})

test('who accepted goes on as the holder, not as anybody else', () => {
  assert.deepEqual(mayAfter(flow, ['accept', 'comment'], 'accepted'), ['solveOnSite', 'dispatch', 'comment'])
})

test('what takes an occasion is offered to those only who had it before', () => {
  assert.ok(!mayAfter(flow, ['accept'], 'accepted').includes('reportToAuthority'))
  assert.ok(mayAfter(flow, ['accept', 'reportToAuthority'], 'accepted').includes('reportToAuthority'))
})

test('while acts wait the case stands where they have brought it, and no limit is told that ran before', () => {
  const view = { item: { state: 'reported', limits: [{ step: 'accept' }] }, may: ['accept'], mayNot: {} } as unknown as CaseView
  const described = flow as unknown as FlowDescription
  const acts = (...states: (string | undefined)[]) => states.map((state) => ({ leadsTo: state })) as Queued[]
  const after = (...states: (string | undefined)[]) => {
    const { item, may } = expected(view, acts(...states), described)
    return [item.state, item.limits.length, may]
  }
  assert.deepEqual(after(), ['reported', 1, ['accept']])
  assert.deepEqual(after('accepted'), ['accepted', 0, ['solveOnSite', 'dispatch']])
  assert.deepEqual(after('accepted', undefined), ['accepted', 0, []])
  assert.deepEqual(after(undefined), ['reported', 1, []])
})
