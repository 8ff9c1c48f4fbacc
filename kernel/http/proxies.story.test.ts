import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Hand, setStage } from '#testing/stage.ts'

const proxied = (address: string) => ({ 'x-forwarded-for': address })

/** Asks for codes until somebody is slowed down; gives how many were sent before. */
async function codesUntilSlowed(hand: Hand, headersOf: (turn: number) => Record<string, string>): Promise<number> {
  for (let turn = 0; turn < 40; turn += 1) {
    const phone = `139${String(turn).padStart(8, '0')}`
    const { status } = await hand.post('/api/session/phone-code', { phone }, headersOf(turn))
    if (status === 429) return turn
    assert.equal(status, 200)
  }
  return 40
}

test('a client that claims another address each time is one and the same, where no proxy is believed or another one is', async () => {
  for (const proxies of [undefined, '10.0.0.0/8']) {
    const stage = await setStage(undefined, undefined, { proxies })
    assert.equal(await codesUntilSlowed(stage.nobody(), (turn) => proxied(`203.0.113.${turn}`)), 30, `${proxies}`)
  }
})

test('behind a proxy that is believed two clients are two: who is slowed down slows no other', async () => {
  const stage = await setStage(undefined, undefined, { proxies: '127.0.0.1' })
  assert.equal(await codesUntilSlowed(stage.nobody(), () => proxied('203.0.113.1')), 30)
  const { status } = await stage.nobody().post('/api/session/phone-code', { phone: '13700000000' }, proxied('203.0.113.2'))
  assert.equal(status, 200)
})

test('what a client claims before it reaches a believed proxy is not believed: the proxy adds whom it saw behind it', async () => {
  const stage = await setStage(undefined, undefined, { proxies: '127.0.0.1' })
  const claimed = (turn: number) => proxied(`198.51.100.${turn}, 203.0.113.1`)
  assert.equal(await codesUntilSlowed(stage.nobody(), claimed), 30)
})

test('a person is slowed down at whatever address they are, and their guesses at one leave them their own', async () => {
  const stage = await setStage(undefined, undefined, { proxies: '127.0.0.1' })
  const account = `wangMin.${stage.district}`
  const guess = async (address: string) =>
    (await stage.nobody().post('/api/session', { account, password: 'a guess' }, proxied(address))).status
  for (let turn = 0; turn < 10; turn += 1) assert.equal(await guess('203.0.113.1'), 401)
  assert.equal(await guess('203.0.113.1'), 429)
  assert.equal(await guess('203.0.113.2'), 401)
  // A telephone gets five codes an hour that are asked for at one address, and fifteen wherever they are.
  const asked = async (turn: number) =>
    (await stage.nobody().post('/api/session/phone-code', { phone: '13600000000' }, proxied(`203.0.113.${turn}`))).status
  const statuses = []
  for (let turn = 0; turn < 18; turn += 1) statuses.push(await asked(Math.floor(turn / 6)))
  const five = [200, 200, 200, 200, 200, 429]
  assert.deepEqual(statuses, [...five, ...five, ...five])
  assert.equal(await asked(9), 429)
})

test('whoever has a whole network of IPv6 addresses is one stranger, and locks no owner of a name or telephone out', async () => {
  const stage = await setStage(undefined, undefined, { proxies: '127.0.0.1' })
  const account = `wangMin.${stage.district}`
  const guess = async (turn: number) => {
    const address = proxied(`2001:db8:1:2::${turn.toString(16)}`)
    return (await stage.nobody().post('/api/session', { account, password: 'a guess' }, address)).status
  }
  for (let turn = 0; turn < 10; turn += 1) assert.equal(await guess(turn), 401)
  assert.equal(await guess(10), 429)
  assert.equal(await codesUntilSlowed(stage.nobody(), (turn) => proxied(`2001:db8:7:7::${turn.toString(16)}`)), 30)
})
