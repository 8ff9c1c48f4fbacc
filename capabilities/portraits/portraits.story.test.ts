import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { suite, test } from 'node:test'
import { type RawBuilder, sql } from 'kysely'
import { provenFlows, provenRegisters } from '#bin/proving.ts'
import { within } from '#kernel/database/within.ts'
import { verify } from '#kernel/flow/verify.ts'
import { erasePerson } from '#kernel/people/erasing.ts'
import type { StaffName } from '#testing/neighbourhood.ts'
import { roundOf } from '#testing/rounds.ts'
import { attached, setStage } from '#testing/stage.ts'
import { forgetPortraits } from './store/forget.ts'

const stage = await setStage('2026-03-02T09:00:00+08:00')
const send = async (name: StaffName, path: string, input: object = {}) =>
  (await stage.at(name)).post(`/api/portraits${path}`, input, { 'idempotency-key': randomUUID() })
const uploaded = async (name: StaffName) => attached(stage, await stage.at(name))
/** The address of the photo of who looks after 梅园, as somebody with a phone and no account reads it. */
const onCard = async (): Promise<string | undefined> =>
  (await stage.nobody().get('/api/grids/around/plum')).body.grids[0].workers[0]?.photo
const opens = async (address: string) => (await stage.nobody().bytes(address)).status
const listed = async (name: StaffName) => (await (await stage.at(name)).get('/api/portraits')).body
const owner = (statement: RawBuilder<unknown>) =>
  within(stage.database, { as: 'owner', district: stage.district }, (connection) => statement.execute(connection))

/** Whether something names a photo, and whether its key is there. */
const keptOf = async (photo: string) => {
  const { rows } = await within(stage.database, { as: 'owner', district: stage.district }, (connection) =>
    sql<{ named: boolean; readable: boolean }>`
      select named, wrapped is not null as readable from files.files where district = ${stage.district} and id = ${photo}`.execute(
      connection,
    ),
  )
  return rows
}

suite('the photo of a grid worker', () => {
  let id = ''
  let address = ''

  test('without the worker’s own agreement there is none, whoever would put one', async () => {
    assert.equal(await onCard(), undefined)
    assert.deepEqual((await listed('secretary')).rows, [])
    for (const name of ['secretary', 'admin', 'steward', 'lamps'] as const) assert.equal((await send(name, '')).status, 403, name)
    assert.equal((await listed('wangMin')).mayAgree, true)
    const agreed = await send('wangMin', '')
    assert.equal(agreed.status, 200, JSON.stringify(agreed.body))
    id = agreed.body.id
    assert.equal(await onCard(), undefined, 'to agree shows nothing yet')
    assert.deepEqual((await listed('wangMin')).rows[0].may.toSorted(), ['putPhoto', 'withdraw'])
  })

  test('once they agree, they or their community put one there, which anybody sees on the card', async () => {
    const photo = await uploaded('secretary')
    assert.equal((await send('eastSecretary', `/${id}/putPhoto`, { photo })).status, 404, 'another community')
    assert.equal((await send('liQiang', `/${id}/putPhoto`, { photo })).status, 404, 'another worker')
    assert.equal((await send('leader', `/${id}/putPhoto`, { photo })).status, 403)
    assert.equal((await send('wangMin', `/${id}/putPhoto`, { photo })).status, 400, 'what somebody else uploaded')
    assert.equal((await send('secretary', `/${id}/putPhoto`, { photo: randomUUID() })).status, 400, 'what is not there')
    assert.equal((await send('secretary', `/${id}/putPhoto`, {})).status, 400)
    assert.equal(await onCard(), undefined)
    assert.equal((await send('secretary', `/${id}/putPhoto`, { photo })).status, 200)
    address = (await onCard()) ?? ''
    assert.equal(address, `/api/portraits/${id}/photos/${photo}`)
    assert.equal(await opens(address), 200)
    const [row] = (await listed('secretary')).rows
    assert.deepEqual([row.worker, row.gridName, row.may.toSorted()], ['王敏', '梅园网格', ['putPhoto', 'takeDown']])
    assert.deepEqual((await listed('eastSecretary')).rows, [])
    assert.equal((await (await stage.at('leader')).get('/api/portraits')).status, 403)
  })

  test('replaced or taken down, the old one opens no more', async () => {
    const second = await uploaded('wangMin')
    assert.equal((await send('wangMin', `/${id}/putPhoto`, { photo: second })).status, 200)
    assert.equal(await opens(address), 404)
    address = (await onCard()) ?? ''
    assert.ok(address.endsWith(second))
    assert.equal((await send('secretary', `/${id}/takeDown`)).status, 200)
    assert.deepEqual([await onCard(), await opens(address)], [undefined, 404])
    assert.deepEqual(await keptOf(second), [{ named: false, readable: true }], 'and is forgotten as what nothing names')
  })

  test('the worker alone takes it back, and may agree again', async () => {
    const photo = await uploaded('wangMin')
    assert.equal((await send('wangMin', `/${id}/putPhoto`, { photo })).status, 200)
    assert.equal((await send('secretary', `/${id}/withdraw`)).status, 403)
    assert.equal((await send('wangMin', `/${id}/withdraw`)).status, 200)
    assert.equal(await onCard(), undefined)
    assert.deepEqual(await keptOf(photo), [{ named: true, readable: false }], 'nobody has its key any more')
    assert.equal((await send('secretary', `/${id}/putPhoto`, { photo: await uploaded('secretary') })).status, 409)
    assert.equal((await send('wangMin', '')).body.id, id)
    assert.equal((await listed('wangMin')).mayAgree, false)
  })

  test('it ends with the post, and with the person', async () => {
    const photo = await uploaded('wangMin')
    assert.equal((await send('wangMin', `/${id}/putPhoto`, { photo })).status, 200)
    address = (await onCard()) ?? ''
    assert.equal(await roundOf(stage, 'parted', stage.district), 0)
    await owner(sql`update people.posts set ends = '2026-03-02' where district = ${stage.district} and id = 'p-wangMin'`)
    assert.equal(await opens(address), 404, 'at once')
    assert.equal(await roundOf(stage, 'parted', stage.district), 1)
    assert.deepEqual((await listed('secretary')).rows, [])
    assert.deepEqual(await keptOf(photo), [{ named: true, readable: false }])

    const { id: theirs } = (await send('liQiang', '')).body
    const other = await uploaded('secretary')
    assert.equal((await send('secretary', `/${theirs}/putPhoto`, { photo: other })).status, 200)
    await erasePerson(stage.house, stage.store, [forgetPortraits], { district: stage.district, party: 'liQiang' })
    assert.equal(await stage.store.get(other), undefined)
    await stage.ringTimers()
    assert.deepEqual((await listed('secretary')).rows, [])
    const { findings } = await verify(stage.database, provenFlows, stage.district, undefined, provenRegisters)
    assert.deepEqual(findings, [])
  })
})
