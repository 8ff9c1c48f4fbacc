import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, test } from 'node:test'
import { openReceiver, saying } from '#testing/receiver.ts'
import { post } from './post.ts'

process.env.LINLI_WEBHOOK_LOOPBACK = '1'
const receiver = await openReceiver()
after(() => receiver.close())
const letter = { id: 'd-1', body: '{"event":"cases.accept","words":"路灯"}', address: receiver.address, secret: 'whsec_x' }
const at = Temporal.Instant.from('2026-03-02T01:00:00.75Z')

test('a receiver can tell that it was us, and when', async () => {
  assert.equal(await post(letter, at), undefined)
  const got = receiver.received.at(-1)
  const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(got?.headers['linli-signature'])) ?? []
  assert.equal(Number(seconds), Math.floor(at.epochMilliseconds / 1000))
  assert.equal(signature, createHmac('sha256', 'whsec_x').update(`${seconds}.${got?.text}`).digest('hex'))
  assert.equal(got?.text, letter.body)
  assert.equal(got?.headers['linli-delivery'], 'd-1')
})

test('a redirection is not followed, and said to be one', async () => {
  receiver.answers(saying(302, '', { location: `${receiver.address}/elsewhere` }))
  const count = receiver.received.length
  assert.match((await post(letter, at))?.en ?? '', /302.*not followed/)
  assert.equal(receiver.received.length, count + 1)
})

test('what a receiver answers is told in its beginning, without signs that do harm, and never read to its end', async () => {
  receiver.answers(saying(500, `no\u0000 \u001b[31mroom${'!'.repeat(5000)}`))
  const { en = '' } = (await post(letter, at)) ?? {}
  assert.match(en, /^the receiver answered 500: no \[31mroom!+$/)
  assert.ok(en.length < 240)
  receiver.answers((_, reply) => {
    reply.writeHead(200)
    const more = setInterval(() => reply.write('x'.repeat(400)), 5)
    reply.on('close', () => clearInterval(more))
  })
  assert.equal(await post(letter, at), undefined)
})

test('a receiver that does not answer is not waited for, and neither is a name server', async () => {
  receiver.answers(() => {})
  assert.match((await post(letter, at, { patience: 100 }))?.en ?? '', /no answer within 0.1 s/)
  const address = 'https://receiver.example/'
  const never = { patience: 100, lookUp: () => new Promise<never>(() => {}) }
  assert.match((await post({ ...letter, address }, at, never))?.en ?? '', /no answer within/)
})

test('a name that leads inside is refused, also where only one of its addresses does', async () => {
  const to = (...addresses: string[]) =>
    post({ ...letter, address: 'https://receiver.example/' }, at, {
      lookUp: async () => addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    })
  for (const inside of ['10.0.0.1', '169.254.169.254', '::ffff:10.0.0.1', 'fd00::1'])
    assert.match((await to('8.8.8.8', inside))?.en ?? '', new RegExp(`receiver.example \\(${inside}\\) is no address`))
  assert.match((await to())?.en ?? '', /leads to no address/)
})

test('the connection goes to the address that was checked, whatever the name says', async () => {
  receiver.answers(saying(204))
  const count = receiver.received.length
  const address = receiver.address.replace('127.0.0.1', 'localhost')
  assert.equal(await post({ ...letter, address }, at, { lookUp: async () => [{ address: '127.0.0.1', family: 4 }] }), undefined)
  assert.equal(receiver.received.length, count + 1)
  const elsewhere = await post({ ...letter, address }, at, { lookUp: async () => [{ address: '127.0.0.9', family: 4 }] })
  assert.match(elsewhere?.en ?? '', /ECONNREFUSED/)
})

test('without leave nothing is sent to this machine, not even under its own name', async () => {
  process.env.LINLI_WEBHOOK_LOOPBACK = ''
  try {
    assert.match((await post(letter, at))?.en ?? '', /https/)
    assert.match((await post({ ...letter, address: 'https://localhost/' }, at))?.en ?? '', /no address of the open internet/)
  } finally {
    process.env.LINLI_WEBHOOK_LOOPBACK = '1'
  }
})
