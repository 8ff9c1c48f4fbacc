import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()

test('what was solved is told to everybody once a worker approved it: matter, estate and month, nobody and no exact place', async () => {
  const neighbour = stage.nobody()
  const told = await neighbour.send(
    'report',
    '',
    lampReport({
      words: '我是钱独特，和邻居吵架了',
      category: 'neighbours.dispute',
      name: '钱独特',
      phone: '13877770000',
      where: '独特楼9号',
      place: { code: 'plum-3' },
    }),
  )
  const { id, secret } = told.body
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  const done = await worker.send('solveOnSite', id, { outcome: 'solved', done: '劝和了', summary: '邻里矛盾已化解' })
  assert.equal(done.status, 200, JSON.stringify(done.body))
  const all = async () => (await neighbour.get('/api/solved')).body.rows
  assert.deepEqual(await all(), [], 'a summary that only its solver wrote is not out yet')

  const secretary = await stage.at('secretary')
  const seen = await secretary.get(`/api/cases/${id}`)
  if (seen.body.item.state === 'verifying') await worker.send('verify', id, { good: true })
  const approved = await secretary.send('approve', id, { summary: '邻里矛盾已化解，双方握手' })
  assert.equal(approved.status, 200, JSON.stringify(approved.body))
  const rows = await all()
  assert.equal(rows.length, 1)
  assert.equal(rows[0].summary, '邻里矛盾已化解，双方握手')
  assert.equal(rows[0].estate, '梅园小区')
  assert.doesNotMatch(JSON.stringify(rows), /独特|13877770000|3号楼|2603-/)
  assert.deepEqual((await neighbour.get('/api/solved?community=river')).body.rows, [])

  // The reporter wants it to be nobody's to read: it is taken down at once, and can be let out again.
  const reporter = await stage.holder(secret.queryCode)
  assert.equal((await reporter.send('unpublish', id)).status, 200)
  assert.deepEqual(await all(), [])
  assert.equal((await reporter.send('unpublish', id)).status, 409)
  assert.equal((await worker.send('unpublish', id)).status, 403)
  assert.equal((await secretary.send('approve', id, { summary: '邻里矛盾已化解' })).status, 200)

  // It was not solved after all: it is no longer told.
  assert.equal((await reporter.send('rate', id, { solved: false, level: 1 })).status, 200)
  assert.deepEqual(await all(), [])
})
