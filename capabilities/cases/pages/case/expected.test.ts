import assert from 'node:assert/strict'
import { test } from 'node:test'
import { leadsTo, mayAfter } from './expected.ts'

const words = (en: string) => ({ zh: en, en })
const command = (from: string, to: string, ...by: string[]) => ({
  ...{ zh: '', input: {}, from: from.split(' '), to: to.split(' ') },
  ...{ by: by.map(words), passesOn: false },
})
const flow = {
  commands: {
    accept: command('reported', 'accepted', 'its holder'),
    solveOnSite: command('accepted', 'verifying resolved', 'its holder'),
    receive: command('dispatched', 'handling', 'the lead unit'),
    resolve: command('handling', 'verifying resolved', 'the lead unit'),
    dispatch: { ...command('reported accepted', 'dispatched', 'its holder'), passesOn: true },
    resume: command('handling', 'handling', 'the lead unit', 'the supervisor'),
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
