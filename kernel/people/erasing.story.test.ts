import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { within } from '#kernel/database/within.ts'
import { attached, lampReport, setStage } from '#testing/stage.ts'

const stage = await setStage()
const { database, district } = stage
const phone = '13877775555'

test('a resident has everything of theirs erased: words, photos, sessions, account; the case goes on without them', async () => {
  const person = await stage.resident(phone)
  const other = await stage.resident(phone)
  const photo = await attached(stage, person)
  const { id } = (await person.send('report', '', lampReport({ photos: [photo], name: '钱独特' }))).body
  const worker = await stage.at('wangMin')
  assert.equal((await worker.bytes(`/api/cases/${id}/photos/${photo}`)).status, 200)

  const looks = await person.get('/api/looks')
  assert.ok(
    looks.body.some(({ fields }: { fields: string[] }) => fields.includes('photos')),
    'opening the photo is a look',
  )

  // Codes that were asked for and not used are forgotten with the telephone.
  assert.equal((await stage.nobody().post('/api/session/phone-code', { phone })).status, 200)
  const codes = async () =>
    within(database, { as: 'owner', district }, async (connection) => {
      const { rows } = await sql`select from people.phone_codes where district = ${district}`.execute(connection)
      return rows.length
    })
  assert.ok((await codes()) > 0)

  assert.equal((await person.post('/api/me/erase', {})).status, 400, 'not without being sure')
  assert.equal((await worker.post('/api/me/erase', { sure: true })).status, 403)
  assert.equal((await person.post('/api/me/erase', { sure: false })).status, 200, 'it could be done')
  assert.ok((await codes()) > 0, 'and nothing has changed')
  assert.equal((await person.post('/api/me/erase', { sure: true })).status, 200)

  assert.equal(await codes(), 0)
  for (const hand of [person, other]) assert.equal((await hand.get('/api/cases')).status, 401)
  assert.equal((await worker.bytes(`/api/cases/${id}/photos/${photo}`)).status, 404)
  const seen = await worker.get(`/api/cases/${id}`)
  assert.equal(seen.body.item.words ?? '', '')
  assert.equal((await worker.send('accept', id)).status, 200)
  assert.deepEqual((await (await stage.resident(phone)).get('/api/cases')).body.rows, [])
})

test('whoever reported without an account erases it with the query code', async () => {
  const nobody = stage.nobody()
  const { id, secret } = (await nobody.send('report', '', lampReport())).body
  const holder = await stage.holder(secret.queryCode)
  assert.equal((await holder.post('/api/me/erase', { sure: true })).status, 200)
  assert.equal((await holder.get(`/api/cases/${id}`)).status, 401)
  await assert.rejects(stage.holder(secret.queryCode))
})

test('a photo in a comment is seen by whoever reads the comment', async () => {
  const person = await stage.resident('13877774444')
  const { id } = (await person.send('report', '', lampReport())).body
  const photo = await attached(stage, person)
  assert.equal((await person.send('comment', id, { words: '再看这张', photos: [photo] })).status, 200)
  const worker = await stage.at('wangMin')
  const history = await worker.get(`/api/cases/${id}/events`)
  assert.deepEqual(history.body.at(-1).photos, [photo])
  for (const hand of [worker, person]) assert.equal((await hand.bytes(`/api/cases/${id}/photos/${photo}`)).status, 200)
  const stranger = await stage.resident('13877773333')
  assert.equal((await stranger.bytes(`/api/cases/${id}/photos/${photo}`)).status, 404)
})
