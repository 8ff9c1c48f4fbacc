import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { beforeEach, suite, test } from 'node:test'
import { crc32, deflateSync } from 'node:zlib'
import { sql } from 'kysely'
import sharp from 'sharp'
import { within } from '#kernel/database/within.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { importGrids } from '#kernel/place/geojson/grids.ts'
import { saveYear } from '#kernel/time/store.ts'
import { specialDays, usualHours } from '#kernel/time/years.ts'
import { points } from '#testing/neighbourhood.ts'
import { type Answer, lampReport, setStage } from '#testing/stage.ts'

// The list "Bad input, at least" of the issue: each is told clearly why not, in both languages, and changes nothing.
const stage = await setStage()
const { app, database, district } = stage

/** How many rows each of our tables has in this district; tries and throttles are counted elsewhere. */
async function rowsNow(): Promise<Record<string, number>> {
  return within(database, { as: 'owner' }, async (connection) => {
    const { rows } = await sql<{ name: string }>`
      select c.table_schema || '.' || c.table_name as name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
      where c.column_name = 'district' and t.table_type = 'BASE TABLE' and c.table_schema in ('cases', 'record', 'vault', 'flow', 'files', 'place', 'time', 'people')
      order by 1`.execute(connection)
    const counts: Record<string, number> = {}
    for (const { name } of rows) {
      if (/attempts|events_rest|outbox_rest|looks_rest|numbers|unsealed/.test(name)) continue
      const counted = await sql<{
        count: number
      }>`select count(*)::integer as count from ${sql.table(name)} where district = ${district}`.execute(connection)
      counts[name] = counted.rows[0]?.count ?? 0
    }
    return counts
  })
}

/** Tells that an answer is a problem document: a 4xx, with a code and words in both languages. */
function isProblem({ status, body }: Answer, expected: number, code: string) {
  assert.equal(status, expected, JSON.stringify(body).slice(0, 300))
  assert.equal(body.code, code)
  assert.equal(body.status, expected)
  assert.ok(body.because.zh && body.because.en && body.title && body.detail && body.type)
}

async function changesNothing(deed: () => Promise<Answer>, status: number, code: string) {
  const was = await rowsNow()
  isProblem(await deed(), status, code)
  assert.deepEqual(await rowsNow(), was)
}

const neighbour = stage.nobody()
const worker = await stage.at('wangMin')
suite('bad input', () => {
  let id: string
  beforeEach(async () => {
    id = (await neighbour.send('report', '', lampReport())).body.id
  })

  const report = (more: object) => () => neighbour.send('report', '', lampReport(more))
  const at = (longitude: unknown, latitude: unknown, system = 'wgs84') => ({ place: { point: { longitude, latitude, system } } })

  for (const [what, more] of Object.entries({
    'an empty text': { words: '' },
    'a blank text': { words: ' \n\t　 ' },
    'a text of 100 kB': { words: '路'.repeat(100_000 / 3) },
    'a text with control characters': { words: '路灯\u0000不亮\u0007' },
    'a text of signs that nobody sees': { words: '\u200b\u2060\u3164\ufeff' },
    'a text that turns what follows around': { words: '路灯不亮\u202e了' },
    'a limit from outside in another century': { outerId: '12345-1', outerDueAt: '0001-01-01T00:00:00Z' },
    'a photo id in capitals': { photos: [randomUUID().toUpperCase()] },
    'coordinates that are no numbers': at('119', '36'),
    'coordinates that are nowhere': at(1e9, 36),
    'longitude and latitude the wrong way round': at(36.005, 119.005),
    'a system of coordinates that nobody has': at(119.005, 36.005, 'bd09'),
    'no place at all': { place: {} },
    'a place that there is not': { place: { code: 'nowhere' } },
    'an unknown category': { category: 'no.such' },
    'more than nine photos': { photos: Array.from({ length: 10 }, () => randomUUID()) },
    'photos that were never uploaded': { photos: [randomUUID()] },
    'a photo id that is a path': { photos: ['../../etc/passwd'] },
    'a field that there is not': { state: 'closed' },
  }))
    test(`${what} is refused`, () => changesNothing(report(more), 400, 'badInput'))

  test('a text far larger than any form is refused before it is read', () =>
    changesNothing(report({ words: '路'.repeat(200_000) }), 413, 'tooLarge'))

  test('a point in the sea is taken, and goes to the dispatcher', async () => {
    const { status, body } = await neighbour.send('report', '', lampReport(at(...points.sea)))
    assert.equal(status, 200)
    assert.equal(body.view.item.holder.role, 'dispatcher')
    assert.match(body.view.item.routedBy.zh, /不在任何网格内/)
  })

  /** Uploads a file as a phone would. */
  async function upload(
    bytes: Buffer,
    { name = 'photo.jpg', type = 'image/jpeg', device = 'a phone that nobody is signed in on' } = {},
  ): Promise<Answer> {
    const edge = 'an-edge-of-parts'
    const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
    const payload = Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)])
    const headers = {
      'content-type': `multipart/form-data; boundary=${edge}`,
      'linli-district': district,
      'linli-device': device,
    }
    const reply = await app.inject({ method: 'POST', url: '/api/files', payload, headers })
    return { status: reply.statusCode, body: JSON.parse(reply.body) }
  }

  /** A PNG of so many pixels each way that is all of one colour, written chunk by chunk: small to send, large to open. */
  function hugePng(side: number): Buffer {
    const chunk = (type: string, data: Buffer) => {
      const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
      const size = Buffer.alloc(4)
      size.writeUInt32BE(data.length)
      const check = Buffer.alloc(4)
      check.writeUInt32BE(crc32(body))
      return Buffer.concat([size, body, check])
    }
    const head = Buffer.alloc(13)
    head.writeUInt32BE(side, 0)
    head.writeUInt32BE(side, 4)
    head.set([1, 0, 0, 0, 0], 8)
    const lines = deflateSync(Buffer.alloc((1 + Math.ceil(side / 8)) * side), { level: 9 })
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
    return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', lines), chunk('IEND', Buffer.alloc(0))])
  }

  test('a photo that is not an image is refused', () =>
    changesNothing(() => upload(Buffer.from('not a photo at all')), 415, 'wrongType'))
  test('a photo that breaks off is refused', async () => {
    const whole = await sharp({ create: { width: 400, height: 300, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    await changesNothing(() => upload(whole.subarray(0, whole.length / 2)), 415, 'wrongType')
  })
  test('a photo of 50 megapixels is refused', async () => {
    const wide = await sharp({ create: { width: 10_000, height: 5_000, channels: 3, background: 'white' } })
      .png()
      .toBuffer()
    await changesNothing(() => upload(wide, { type: 'image/png' }), 413, 'tooLarge')
  })
  test('a picture that unpacks to 900 megapixels is refused unopened', async () => {
    const bomb = hugePng(30_000)
    assert.ok(bomb.length < 500_000)
    await changesNothing(() => upload(bomb, { type: 'image/png' }), 413, 'tooLarge')
  })
  test('a file larger than any photo is refused', () =>
    changesNothing(() => upload(Buffer.alloc(13 * 1024 * 1024, 0xff)), 413, 'tooLarge'))
  test('a zip that calls itself a photo is refused', () =>
    changesNothing(() => upload(Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), Buffer.alloc(1000)])), 415, 'wrongType'))
  test('an SVG with a script is refused, whatever it calls itself', async () => {
    const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
    await changesNothing(() => upload(svg, { name: 'x.svg', type: 'image/svg+xml' }), 415, 'wrongType')
    await changesNothing(() => upload(svg), 415, 'wrongType')
  })
  test('an upload that is no upload is refused', () => changesNothing(() => neighbour.post('/api/files', {}), 415, 'wrongType'))

  test("somebody else's photo is refused, one's own is taken", async () => {
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } })
      .jpeg()
      .toBuffer()
    const device = randomUUID()
    const { status, body } = await upload(photo, { device })
    assert.equal(status, 200, JSON.stringify(body))
    await changesNothing(report({ photos: [body.id] }), 400, 'badInput')
    await changesNothing(() => worker.send('comment', id, { words: '照片', photos: [body.id] }), 400, 'badInput')
    const own = await neighbour.send('report', '', lampReport({ photos: [body.id] }), { headers: { 'linli-device': device } })
    assert.equal(own.status, 200, JSON.stringify(own.body))
    assert.deepEqual(own.body.view.item.photos, [body.id])
    const onTheCase = await worker.send('comment', own.body.id, { words: '见报单照片', photos: [body.id] })
    assert.equal(onTheCase.status, 200, JSON.stringify(onTheCase.body))
  })

  test('a command in the wrong state is refused', () =>
    changesNothing(() => worker.send('solveOnSite', id, { outcome: 'solved', done: '好了' }), 409, 'notNow'))
  test('a command by the wrong person is refused', async () => {
    const secretary = await stage.at('secretary')
    await changesNothing(() => secretary.send('accept', id), 403, 'notYou')
  })
  test('a command on a case that somebody may not see says no more than of one that there is not', async () => {
    const elsewhere = await stage.at('liQiang')
    await changesNothing(() => elsewhere.get(`/api/cases/${id}`), 404, 'notFound')
    const [hidden, missing] = [await elsewhere.send('accept', id), await elsewhere.send('accept', randomUUID())]
    assert.deepEqual([hidden.status, hidden.body.code], [missing.status, missing.body.code])
  })
  test('a command with an old version is refused where somebody else has changed what it goes by', async () => {
    const dispatcher = await stage.at('dispatcher')
    await worker.send('accept', id)
    await changesNothing(
      () => dispatcher.send('dispatch', id, { lead: 'urban' }, { headers: { 'linli-based-on': '1' } }),
      409,
      'conflict',
    )
  })
  test('a command twice is carried out once, and the second is told who has it', async () => {
    await worker.send('accept', id)
    await changesNothing(() => worker.send('accept', id), 409, 'notNow')
  })
  test('of two at the same time one is carried out, the other refused', async () => {
    const dispatcher = await stage.at('dispatcher')
    const answers = await Promise.all([
      worker.send('accept', id),
      worker.send('accept', id),
      dispatcher.send('decline', id, { reason: 'court', words: '请起诉' }),
    ])
    assert.ok(answers.filter(({ status }) => status === 200).length < 3)
    assert.equal(answers.slice(0, 2).filter(({ status }) => status === 200).length <= 1, true)
    for (const answer of answers) if (answer.status !== 200) isProblem(answer, 409, 'notNow')
  })
  test('a key of another command is refused', async () => {
    const key = randomUUID()
    await worker.send('accept', id, {}, { key })
    await changesNothing(() => worker.send('escalate', id, { words: '上报' }, { key }), 422, 'keyReused')
  })
  test('a command without a key is refused', () => changesNothing(() => worker.post(`/api/cases/${id}/accept`), 400, 'badInput'))

  test('a forged or expired session is nobody', async () => {
    await changesNothing(() => stage.hand(`${district}.${'x'.repeat(43)}`).send('accept', id), 401, 'notSignedIn')
    await changesNothing(() => stage.hand("'; drop table people.sessions; --").get('/api/cases'), 401, 'notSignedIn')
    const later = await setStage()
    const hand = await later.at('wangMin')
    assert.equal((await hand.get('/api/cases')).status, 200)
    later.clock.moveOn({ hours: 24 * 40 })
    isProblem(await hand.get('/api/cases'), 401, 'notSignedIn')
  })

  test('a cursor from elsewhere is refused', async () => {
    const dispatcher = await stage.at('dispatcher')
    await neighbour.send('report', '', lampReport())
    const { body } = await dispatcher.get('/api/cases?limit=1')
    assert.ok(body.next)
    await changesNothing(() => worker.get(`/api/cases?limit=1&cursor=${body.next}`), 400, 'badInput')
    await changesNothing(() => dispatcher.get(`/api/cases?limit=1&sort=due&cursor=${body.next}`), 400, 'badInput')
    await changesNothing(() => dispatcher.get('/api/cases?cursor=AAAA'), 400, 'badInput')
  })

  test('a GeoJSON of another continent is refused, feature by feature', async () => {
    const was = await rowsNow()
    const ring = [
      [2.3, 48.8],
      [2.4, 48.8],
      [2.4, 48.9],
      [2.3, 48.8],
    ]
    const properties = { code: 'paris', name: '别处', level: 2, community: 'garden', parent: 'g-garden' }
    const collection = {
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties, geometry: { type: 'Polygon', coordinates: [ring] } }],
    }
    const { imported, refused } = await within(database, { as: 'command', district }, (connection) =>
      importGrids(connection, district, collection, { system: 'wgs84', skip: false, day: '2026-03-02' }),
    )
    assert.equal(imported, 0)
    assert.match(refused[0]?.problem.zh ?? '', /中国境内/)
    assert.deepEqual(await rowsNow(), was)
  })

  test('a calendar with a day twice is refused', async () => {
    const was = await rowsNow()
    const [day] = specialDays(2026) ?? []
    assert(day)
    const saved = await within(
      database,
      { as: 'command', district },
      (connection) => saveYear(connection, district, 2026, { hours: usualHours, days: [day, { ...day, working: !day.working }] }),
      (outcome) => !isRefusal(outcome),
    )
    assert.ok(isRefusal(saved) && saved.because.zh && saved.because.en)
    assert.deepEqual(await rowsNow(), was)
  })

  const raw = async (method: 'POST' | 'GET', url: string, payload?: string, type = 'application/json'): Promise<Answer> => {
    const headers = { 'content-type': type, 'idempotency-key': randomUUID(), 'linli-district': district }
    const reply = await app.inject({
      method,
      url,
      headers: payload === undefined ? { 'linli-district': district } : headers,
      ...(payload !== undefined && { payload }),
    })
    assert.match(String(reply.headers['content-type']), /^application\/problem\+json/)
    return { status: reply.statusCode, body: JSON.parse(reply.body) }
  }
  test('a broken body is refused', async () => {
    await changesNothing(() => raw('POST', '/api/cases', '{"words": "路灯'), 400, 'badInput')
    await changesNothing(() => raw('POST', '/api/cases', ''), 400, 'badInput')
    await changesNothing(() => raw('POST', '/api/cases', '[]'), 400, 'badInput')
    await changesNothing(() => raw('POST', '/api/cases', '{"__proto__": {"role": "leader"}}'), 400, 'badInput')
    await changesNothing(() => raw('POST', '/api/cases', 'words=路灯', 'application/x-www-form-urlencoded'), 415, 'wrongType')
  })
  test('a path that climbs leads nowhere', async () => {
    for (const path of [
      '/api/cases/../../etc/passwd',
      '/api/cases/..%2f..%2fetc%2fpasswd',
      `/api/cases/${id}/photos/..%2f..%2fetc`,
      '/api/../../package.json',
    ])
      await changesNothing(
        async () => {
          const { status, body } = await raw('GET', path)
          assert.ok(status === 404 || status === 400, `${path}: ${status}`)
          return { status: 404, body: { ...body, status: 404, code: 'notFound' } }
        },
        404,
        'notFound',
      )
  })

  test('SQL and HTML in every text are words: kept and given back as they are, never run', async () => {
    const words = `<script>alert('1')</script>'; drop table cases.cases; -- \${7*7} {{7*7}} "><img src=x onerror=alert(1)>`
    const text = words.slice(0, 200)
    // Of another phone: the first has sent as much as a phone may within an hour.
    const told = await stage
      .nobody()
      .send(
        'report',
        '',
        lampReport({ words, where: text, name: words.slice(0, 40), home: text, category: 'neighbours.dispute' }),
      )
    assert.equal(told.status, 200, JSON.stringify(told.body))
    const sent = [
      await worker.send('accept', told.body.id),
      await worker.send('comment', told.body.id, { words, forReporter: true }),
      await worker.send('askReporter', told.body.id, { question: words }),
      await worker.send('dispatch', told.body.id, { lead: 'urban', words }),
    ]
    assert.deepEqual(
      sent.map(({ status }) => status),
      [200, 200, 200, 200],
    )
    const reader = await stage.holder(told.body.secret.queryCode)
    const { body } = await reader.get(`/api/cases/${told.body.id}`)
    assert.deepEqual(
      [body.item.words, body.item.where, body.item.name, body.item.home, body.item.question.asked],
      [words, text, words.slice(0, 40), text, words],
    )
    const reply = await app.inject({
      method: 'GET',
      url: `/api/cases/similar?community=${encodeURIComponent(text.slice(0, 60))}`,
      headers: { 'linli-district': district },
    })
    assert.match(String(reply.headers['content-type']), /^application\/json/)
    assert.equal(reply.headers['x-content-type-options'], 'nosniff')
    assert.deepEqual(JSON.parse(reply.body), [])
    assert.ok(((await rowsNow())['cases.cases'] ?? 0) > 0, 'the tables stand')
  })

  test('after all this the house stands', async () => {
    assert.equal((await neighbour.get('/healthz')).body.status, 'ok')
  })
})
