import assert from 'node:assert/strict'
import { test } from 'node:test'
import { within } from '#kernel/database/within.ts'
import { unzip } from '#kernel/register/sheet/xlsx/unzip.ts'
import { attached, lampReport, setStage } from '#testing/stage.ts'
import { tell, tellingPlaces, telltalePhotos, toldBy } from '#testing/telltale.ts'
import { saidInTables } from '../../attack/said.ts'
import { photoBytes, photoKey } from './store.ts'

// A camera writes beside the picture where and when somebody stood, with which telephone, and some programs their names.
const stage = await setStage()
const { app, database, district, store, house } = stage
const photos = await telltalePhotos()

/** A photo as it is kept, opened with its key. */
async function kept(id: string): Promise<Buffer> {
  const key = await within(database, { as: 'owner' }, (connection) => photoKey(connection, house.ring, district, id))
  assert.ok(key)
  const bytes = await photoBytes(store, key, district, id)
  assert.ok(bytes)
  return bytes
}

for (const { kind, bytes } of photos)
  test(`of what hides in a photo (${kind}) nothing is kept, nor shown to whoever it is shown to`, async () => {
    assert.ok((await toldBy(bytes)).length >= 5, 'what was sent tells much')
    const resident = await stage.resident(`1390000410${photos.findIndex((one) => one.kind === kind)}`)
    const uploaded: string[] = []
    for (const reporter of [resident, stage.nobody()]) {
      const photo = await attached(stage, reporter, bytes)
      uploaded.push(photo)
      assert.deepEqual(await toldBy(await kept(photo)), [], 'kept')
      const { status, body } = await reporter.send('report', '', lampReport({ photos: [photo] }))
      assert.equal(status, 200, JSON.stringify(body))
      const readers = [
        await stage.at('wangMin'),
        ...(reporter === resident ? [resident] : [await stage.holder(body.secret.queryCode)]),
      ]
      for (const { cookie = '' } of readers) {
        const url = `/api/cases/${body.id}/photos/${photo}`
        const { statusCode, headers, rawPayload } = await app.inject({ url, headers: { 'linli-district': district, cookie } })
        assert.equal(statusCode, 200)
        assert.deepEqual(await toldBy(rawPayload), [])
        assert.ok(!JSON.stringify(headers).includes(tell), 'what it was called')
      }
    }
    const along = (await resident.bytes('/api/me/data.zip')).bytes
    assert.ok(!along.includes(tell))
    const photo = unzip(along, 10_000_000)(`photos/${uploaded[0]}.jpg`)
    assert.deepEqual(photo && (await toldBy(photo)), [], 'taken along')
  })

test('no row of the database says what stood in a photo, nor what it was called', async () => {
  await attached(stage, stage.nobody())
  assert.deepEqual(await saidInTables(database, district, [tell, ...tellingPlaces]), [])
})
