import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import sharp from 'sharp'
import { addWebPages } from '#bin/web.ts'
import { type Answer, lampReport, setStage } from '#testing/stage.ts'
import { openApp } from './app.ts'

// What somebody sends who means harm: it is refused at once, and costs nobody else their time.
const stage = await setStage()
const { app, district } = stage
const neighbour = stage.nobody()
const headers = { 'linli-district': district }

const ask = async (method: 'GET' | 'POST', url: string, more: { payload?: string | object; headers?: object } = {}) => {
  const reply = await app.inject({ method, url, ...more, headers: { ...headers, ...more.headers } })
  return { status: reply.statusCode, body: JSON.parse(reply.body) }
}
const isRefused = ({ status, body }: Answer, expected: number, code: string) => {
  assert.equal(status, expected, JSON.stringify(body))
  assert.equal(body.code, code)
  assert.doesNotMatch(body.detail, /：$/, 'it says what is wrong')
}

test('a list of a hundred thousand entries is refused', async () => {
  const payload = `{"words":"x","place":{},"photos":[${'1,'.repeat(100_000)}1]}`
  const more = { 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'linli-device': randomUUID() }
  isRefused(await ask('POST', '/api/cases', { payload, headers: more }), 400, 'badInput')
})

test('thousands of fields that there are not are named as such', async () => {
  const many = Object.fromEntries(Array.from({ length: 5000 }, (_, number) => [`field${number}`, 1]))
  isRefused(await neighbour.send('report', '', lampReport(many)), 400, 'badInput')
})

for (const url of ['category=%00', 'state=%00', 'number=a%00', 'from=0000-01-01T00:00:00Z'])
  test(`a list asked for with ${url} is refused`, async () => {
    const worker = await stage.at('wangMin')
    isRefused(await worker.get(`/api/cases?${url}`), 400, 'badInput')
  })

test('a null character is refused as the code of a place and as a name to sign in with', async () => {
  isRefused(await neighbour.send('report', '', lampReport({ place: { code: 'a\u0000b' } })), 400, 'badInput')
  isRefused(await neighbour.post('/api/session', { account: 'a\u0000b', password: 'x' }), 400, 'badInput')
})

test('a null character in what a sheet is asked for is refused, and does not break the sheet off', async () => {
  const secretary = await stage.at('secretary')
  assert.equal((await secretary.bytes('/api/visits/duties.xlsx?text=x')).status, 200)
  const { status, bytes } = await secretary.bytes('/api/visits/duties.xlsx?text=%00')
  isRefused({ status, body: JSON.parse(bytes.toString()) }, 400, 'badInput')
})

test('half a sign in what a worker says is refused, and changes nothing', async () => {
  const { id } = (await neighbour.send('report', '', lampReport())).body
  const worker = await stage.at('wangMin')
  await worker.send('accept', id)
  isRefused(await worker.send('askReporter', id, { question: 'x\ud800y' }), 400, 'badInput')
  assert.equal((await worker.get(`/api/cases/${id}`)).body.item.question, undefined)
})

test('a cookie for a district with a null character in it opens nothing', async () => {
  const cookie = `linli=%00.${'A'.repeat(43)}`
  assert.deepEqual((await ask('GET', '/api/session', { headers: { cookie } })).body.signedIn, false)
})

test('a district that there is not is refused: attempts there would be counted from nought', async () => {
  for (const made of ['d1', 'd2', '__proto__', "x'y"])
    isRefused(
      await ask('POST', '/api/session/phone-code', { payload: { phone: '13900001111' }, headers: { 'linli-district': made } }),
      404,
      'notFound',
    )
})

test('an address that is too long or is none is refused as everything else is', async () => {
  isRefused(await ask('GET', `/api/places/${'x'.repeat(3000)}`), 400, 'badInput')
  isRefused(await ask('GET', '/api/places/%ff%'), 400, 'badInput')
})

test('an upload whose parts do not end as they began is refused', async () => {
  for (const type of ['multipart/form-data', 'multipart/form-data; boundary=abc'])
    isRefused(
      await ask('POST', '/api/files', {
        payload: '--zzz\r\n\r\nxx',
        headers: { 'content-type': type, 'linli-device': randomUUID() },
      }),
      400,
      'badInput',
    )
})

test('whoever takes a new device for every upload is slowed by their address', async () => {
  const picture = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  const edge = 'an-edge'
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n`
  const payload = Buffer.concat([Buffer.from(head), picture, Buffer.from(`\r\n--${edge}--\r\n`)])
  let slowed = 0
  for (let number = 0; number < 410 && slowed === 0; number++) {
    const more = { 'content-type': `multipart/form-data; boundary=${edge}`, 'linli-device': randomUUID() }
    if ((await ask('POST', '/api/files', { payload, headers: more })).status === 429) slowed = number
  }
  assert.ok(slowed > 0 && slowed <= 401, `slowed after ${slowed}`)
})

test('a page of another site sends no command with our cookie, in whatever form it can send one', async () => {
  const { id } = (await neighbour.send('report', '', lampReport())).body
  const worker = await stage.at('wangMin')
  const sent = (more: Record<string, string>, payload: string | object = {}) =>
    ask('POST', `/api/cases/${id}/accept`, {
      payload,
      headers: { cookie: worker.cookie, 'idempotency-key': randomUUID(), ...more },
    })
  for (const origin of ['https://evil.example', 'null', 'http://localhost:81', 'not an address'])
    isRefused(await sent({ origin }), 403, 'notYou')
  // What a form of a page can send without asking first, were its browser one that does not say where it comes from.
  for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
    isRefused(await sent({ 'content-type': type }, 'a=1'), 415, 'wrongType')
  for (const method of ['GET', 'HEAD'] as const)
    assert.equal(
      (await app.inject({ method, url: `/api/cases/${id}/accept`, headers: { cookie: worker.cookie } })).statusCode,
      404,
    )
  assert.equal((await worker.get(`/api/cases/${id}`)).body.item.state, 'reported')
  assert.equal((await sent({ origin: 'https://linli.example', host: 'linli.example' })).status, 200, 'a page of our own does')
})

test('whatever is answered says that nothing of it is to be guessed, framed, kept or run that is not ours', async () => {
  const worker = await stage.at('wangMin')
  for (const url of ['/healthz', '/api/session', '/api/cases', '/api/nowhere', '/nowhere', '/api/cases/%ff']) {
    const { headers: said } = await app.inject({ url, headers: { ...headers, cookie: worker.cookie } })
    const policy = Object.fromEntries(
      String(said['content-security-policy'])
        .split('; ')
        .map((one) => [one.split(' ')[0], one.split(' ').slice(1).join(' ')]),
    )
    assert.deepEqual(
      ['default-src', 'script-src', 'style-src', 'connect-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors'].map(
        (name) => policy[name],
      ),
      ["'self'", "'self'", "'self'", "'self'", "'none'", "'none'", "'self'", "'none'"],
      url,
    )
    assert.doesNotMatch(JSON.stringify(policy), /unsafe|\*|https?:/)
    assert.equal(said['x-content-type-options'], 'nosniff', url)
    assert.equal(said['referrer-policy'], 'same-origin', url)
    assert.equal(said['access-control-allow-origin'], undefined)
    assert.equal(said['cache-control'], url.startsWith('/api/') ? 'no-store' : undefined, url)
  }
})

test('no way leads out of the folder of what is served, nor to a method that would repeat a request', async () => {
  const { app: house } = await setStage()
  const folder = mkdtempSync(join(tmpdir(), 'linli-pages-'))
  for (const path of ['pages', 'pages/assets']) mkdirSync(join(folder, path))
  for (const path of ['secret.txt', 'pages/index.html', 'pages/assets/a.js', 'pages/.env'])
    writeFileSync(join(folder, path), `of ${path}`)
  await addWebPages(house, join(folder, 'pages'))
  const ups = [
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    '..%5csecret.txt',
    '....//secret.txt',
    '..%252fsecret.txt',
  ]
  const elsewhere = ['/evil.example/%2e%2e', '\\\\evil.example', '?next=//evil.example']
  for (const up of [...ups, '.env', '', 'assets', 'assets/', '..;/secret.txt', '%2e%2e%2f%2e%2e%2fetc/passwd', ...elsewhere])
    for (const before of ['/', '/assets/', '/console/', '/api/files/', '/api/registers/']) {
      const { statusCode, body, headers: said } = await house.inject({ url: `${before}${up}` })
      assert.equal(said.location, undefined, `${before}${up} leads elsewhere`)
      assert.ok(
        statusCode === 400 || statusCode === 403 || statusCode === 404 || body === 'of pages/index.html',
        `${before}${up}: ${statusCode} ${body}`,
      )
    }
  for (const method of ['TRACE', 'OPTIONS'] as const)
    assert.equal((await house.inject({ method: method as 'OPTIONS', url: '/api/session' })).statusCode, 404, method)
  rmSync(folder, { recursive: true })
})

test('an id in another spelling is no second name of the same thing', async () => {
  const { id } = (await neighbour.send('report', '', lampReport())).body
  const worker = await stage.at('wangMin')
  isRefused(await worker.get(`/api/cases/${id.toUpperCase()}`), 400, 'badInput')
  isRefused(await worker.send('accept', id.toUpperCase()), 400, 'badInput')
})

test('an upload from nobody on no phone is refused: no report could name it', async () => {
  const type = 'multipart/form-data; boundary=abc'
  isRefused(await ask('POST', '/api/files', { payload: '--abc--\r\n', headers: { 'content-type': type } }), 400, 'badInput')
})

test('headers without end, what is no HTTP, and a request with two ends are answered by a problem document', async () => {
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  const said = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const socket = connect(Number(new URL(address).port), '127.0.0.1', () => socket.write(text))
      let answer = ''
      socket.on('data', (bytes) => {
        answer += bytes
      })
      socket.on('end', () => resolve(answer))
      socket.on('error', reject)
    })
  assert.match(
    await said(`GET / HTTP/1.1\r\nhost: a\r\nx: ${'y'.repeat(20_000)}\r\n\r\n`),
    /^HTTP\/1.1 431 [\s\S]*problem\+json[\s\S]*tooLarge/,
  )
  const isNoHttp = (answer: string, what: string) =>
    assert.match(answer, /^HTTP\/1.1 400 [\s\S]*problem\+json[\s\S]*badInput/, what)
  isNoHttp(await said('what is this\r\n\r\n'), 'no HTTP')
  // A proxy and we must see the same end of a request: with two ends, one of them could hide a second request in the first.
  const hidden = 'GET /api/session HTTP/1.1\r\nhost: a\r\n\r\n'
  for (const ends of [
    `content-length: 0\r\ncontent-length: ${hidden.length}`,
    `content-length: ${hidden.length}\r\ntransfer-encoding: chunked`,
    `transfer-encoding: chunked\r\ncontent-length: 5`,
    'transfer-encoding: chunked, identity',
    'transfer-encoding : chunked',
    'content-length: +5',
    'content-length: 5, 5',
    'x: y\n z: 1\ncontent-length: 0',
  ]) {
    const answer = await said(`POST /api/session HTTP/1.1\r\nhost: a\r\n${ends}\r\n\r\n0\r\n\r\n${hidden}`)
    isNoHttp(answer, ends)
    assert.equal(answer.match(/HTTP\/1.1/g)?.length, 1, `${ends}: nothing behind it is answered`)
  }
  await app.close()
})

test('only a proxy that is named is believed when it says who asks', async () => {
  const asked = async (proxies?: string) => {
    const house = await openApp(proxies === undefined ? {} : { proxies })
    house.get('/who', { schema: { hide: true } }, (request) => ({ ip: request.ip, protocol: request.protocol }))
    const claims = { 'x-forwarded-for': '203.0.113.9', 'x-forwarded-proto': 'https' }
    return (await house.inject({ method: 'GET', url: '/who', headers: claims })).json()
  }
  assert.deepEqual(await asked(), { ip: '127.0.0.1', protocol: 'http' })
  assert.deepEqual(await asked('10.0.0.0/8'), { ip: '127.0.0.1', protocol: 'http' })
  assert.deepEqual(await asked('127.0.0.1'), { ip: '203.0.113.9', protocol: 'https' })
})
