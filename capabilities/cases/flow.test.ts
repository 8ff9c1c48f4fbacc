import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stalePages } from '#bin/docs.ts'
import { diagramOf } from '#kernel/flow/diagram.ts'
import { caseFlow } from './flow.ts'

test('the pages that are drawn from code are fresh (node bin/docs.ts draws them)', async () => {
  assert.deepEqual(await stalePages(), [])
})

test('the diagram shows what leads where, and leaves out what keeps the state', () => {
  const diagram = diagramOf(caseFlow)
  assert.match(diagram, /\[\*\] --> reported: 报单 report/)
  assert.match(diagram, /reported --> accepted: 承单 accept\n/)
  assert.doesNotMatch(diagram, /unchanged|留言|催办/)
})

test('every state is reached by a command, and whatever waits for somebody can go on', () => {
  const rows = Object.values(caseFlow.commands)
  for (const state of Object.keys(caseFlow.states)) {
    assert.ok(
      rows.some(({ to }) => to.includes(state)),
      `${state} is reached`,
    )
    if (state === 'withdrawn') continue
    const leaving = rows.filter(
      ({ from, to }) => from.some((one) => one === state) && to.some((end) => end !== 'unchanged' && end !== state),
    )
    assert.notEqual(leaving.length, 0, `${state} is left`)
  }
})

test('no person closes a case, and only who reported or follows it rates', () => {
  assert.deepEqual(
    caseFlow.commands.close.by.map(({ en }) => en),
    ['the timer'],
  )
  assert.deepEqual(
    caseFlow.commands.rate.by.map(({ en }) => en),
    ['the reporter or a follower'],
  )
})
