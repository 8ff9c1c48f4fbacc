import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()

test('a resident who only has its id learns from no command that a case is there, where it stands, or who has it', async () => {
  const reporter = stage.nobody()
  const { id } = (await reporter.send('report', '', lampReport())).body
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  const stranger = await stage.resident('13800000009')
  for (const [command, input] of [
    ['accept', {}],
    ['resolve', { outcome: 'solved', done: '好了' }],
    ['solveOnSite', { outcome: 'solved', done: '好了' }],
    ['rate', { solved: true, level: 5 }],
    ['withdraw', {}],
  ] as const) {
    const { status, body } = await stranger.send(command, id, input)
    assert.equal(`${command} ${status} ${body.code}`, `${command} 404 notFound`)
    assert.doesNotMatch(JSON.stringify(body), /王敏|网格员/)
  }
  // Nor by reporting under its id.
  for (const somebody of [stranger, stage.nobody()]) {
    const { status, body } = await somebody.send('report', '', lampReport({ id }))
    assert.equal(status, 409)
    assert.doesNotMatch(JSON.stringify(body), /王敏|网格员/)
  }
  // What any resident may send to it still says why not.
  const neighbour = await stage.resident('13800000010')
  const withdrawn = (await neighbour.send('report', '', lampReport())).body.id
  await neighbour.send('withdraw', withdrawn)
  assert.equal((await stranger.send('join', withdrawn)).body.code, 'notNow')
})
