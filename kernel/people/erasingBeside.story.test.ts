import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { test } from 'node:test'
import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { attached, lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()
const { database, district } = stage

test('what somebody sends while they are erased goes with them, or is not done: nothing is left of them that waits', async () => {
  const forms = {
    ...{ code: 'forms', name: { zh: '填表' }, kind: 'forms', papers: [], steps: '一起填好。' },
    ...{ department: '社区', days: 1, hours: 1, letter: false },
  }
  assert.equal(
    (await (await stage.at('admin')).put('/api/registers/errand-items/forms', { version: 0, entry: forms })).status,
    200,
  )
  const branch = {
    ...{ code: 'plum', name: '梅园小区党支部', kind: 'solo', community: 'garden', estates: ['plum'], secretary: '林梅' },
    ...{ committee: [], groups: [], households: [], foundedOn: '2024-07-01' },
  }
  assert.equal(
    (await (await stage.at('secretary')).put('/api/registers/branches/plum', { version: 0, entry: branch })).status,
    200,
  )
  for (let turn = 0; turn < 12; turn += 1) {
    const person = await stage.resident(`139000030${String(turn).padStart(2, '0')}`)
    const declare = () =>
      person.post('/api/declarations', { kind: 'employed', estate: 'plum' }, { 'idempotency-key': randomUUID() })
    const ask = () =>
      person.post('/api/errands', { item: 'forms', unit: 'plum-3', atHome: true }, { 'idempotency-key': randomUUID() })
    const erase = () => person.post('/api/me/erase', { sure: true })
    const order = [erase, declare, ask]
    const [first, second, third] = [order[turn % 3] ?? erase, order[(turn + 1) % 3] ?? erase, order[(turn + 2) % 3] ?? erase]
    const replies = await Promise.all([person.get('/api/session'), first(), second(), third()])
    for (const { status } of replies) assert.ok([200, 401, 409].includes(status), String(status))
    assert.equal((await person.get('/api/cases')).status, 401)
  }
  await stage.ringTimers()
  const left = await within(database, { as: 'owner', district }, async (connection) => {
    const { rows } = await sql<{ what: string }>`
      select 'declared' as what from declarations.declarations d join people.accounts a on a.district = d.district and a.id = any (d.parties)
        where d.district = ${district} and d.state = 'declared' and a.ends is not null
      union all select 'requested' from errands.errands e join people.accounts a on a.district = e.district and a.id = any (e.parties)
        where e.district = ${district} and e.state = 'requested' and a.ends is not null`.execute(connection)
    return rows
  })
  assert.deepEqual(left, [])
})

test('what somebody without an account adds while they are erased goes with them, or is not added', async () => {
  for (const wait of [0, 1, 2, 3, 5, 8, 10, 0, 1, 2, 3, 5]) {
    const { id, secret } = (await stage.nobody().send('report', '', lampReport())).body
    const person = await stage.holder(secret.queryCode)
    const photo = await attached(stage, { device: person.device })
    const erased = person.post('/api/me/erase', { sure: true })
    await sleep(wait)
    const [{ status }, added] = await Promise.all([erased, person.send('comment', id, { words: '补一张', photos: [photo] })])
    assert.equal(status, 200)
    assert.ok([200, 401].includes(added.status), String(added.status))
    const kept = await within(database, { as: 'owner', district }, async (connection) => {
      const { rows } = await sql`
        select from files.files where district = ${district} and id = ${photo} and named and wrapped is not null`.execute(
        connection,
      )
      return rows
    })
    assert.deepEqual(kept, [], `a photo that stays, after ${wait} ms`)
  }
})
