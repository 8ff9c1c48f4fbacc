import assert from 'node:assert/strict'
import { everybodysPassword, type StaffName } from './neighbourhood.ts'
import { drawnId } from './play.ts'
import { type Answer, type Hand, lampReport, setStage } from './stage.ts'

/** Sends a command that has to succeed. */
export async function does(hand: Hand, command: string, id: string, input: object = {}): Promise<Answer> {
  const told = await hand.send(command, id, input)
  assert.equal(told.status, 200, `${command}: ${JSON.stringify(told.body)}`)
  return told
}

/**
 * A small district whose figures can be checked by hand, on the third day: eight cases that property handles to the end; one that it lets lie;
 * one withdrawn; one about it; one in the other community.
 */
export async function smallDistrict() {
  const stage = await setStage('2026-03-02T09:00:00+08:00')
  const dispute = (more: object = {}) =>
    lampReport({ id: drawnId(stage.house.ring), category: 'neighbours.dispute', words: '楼上夜里吵闹', ...more })
  /** Somebody of the staff, signed in anew: sessions are over by the next day. */
  async function today(name: StaffName): Promise<Hand> {
    const payload = { account: `${name}.${stage.district}`, password: everybodysPassword }
    const reply = await stage.app.inject({ method: 'POST', url: '/api/session', payload })
    return stage.hand(reply.cookies.find((cookie) => cookie.name === 'linli')?.value)
  }
  const hands = new Map<string, Promise<Hand>>()
  const at = (name: StaffName): Promise<Hand> => {
    const day = `${name} ${stage.clock.now().toString().slice(0, 10)}`
    const hand = hands.get(day) ?? today(name)
    hands.set(day, hand)
    return hand
  }
  async function figure(name: string, who: StaffName = 'dispatcher', query = ''): Promise<Answer['body']> {
    const told = await (await at(who)).get(`/api/metrics/${name}${query}`)
    assert.equal(told.status, 200, JSON.stringify(told.body))
    return told.body
  }

  let [wangMin, property] = [await at('wangMin'), await at('property')]
  const reports: { id: string; code: string }[] = []
  const report = async (input: object) => {
    const { id, secret } = (await does(stage.nobody(), 'report', '', input)).body
    return { id, code: secret.queryCode }
  }
  const handle = async (id: string, reached = true) => {
    await does(property, 'receive', id)
    if (!reached) return
    await does(property, 'contact', id, { channel: 'message', reached: true, result: '已联系' })
  }
  for (let number = 0; number < 8; number += 1) reports.push(await report(dispute()))
  const lying = await report(dispute())
  const withdrawn = await report(dispute())
  await report(dispute({ about: ['property-1'] }))
  await report(dispute({ place: { point: { longitude: 119.03, latitude: 36.005, system: 'wgs84' } } }))

  await does(await stage.holder(withdrawn.code), 'withdraw', withdrawn.id)
  for (const [number, { id }] of [...reports, lying].entries()) {
    if (number === 1) continue
    await does(wangMin, 'accept', id)
    await does(wangMin, 'dispatch', id, { lead: 'property-1' })
  }
  const excluded = reports[7] ?? lying
  const returned = excluded.id
  await does(property, 'return', returned, { reason: 'notOurDuty', words: '非本单位', rightBody: 'housing' })
  stage.clock.moveOn({ minutes: 1 })
  await does(wangMin, 'dispatch', returned, { lead: 'property-1' })
  for (const [number, { id }] of reports.entries()) if (number !== 1) await handle(id, number !== 6)
  await does(property, 'receive', lying.id)
  await does(property, 'askExtension', lying.id, { days: 2, reason: '需要协调楼上住户' })
  await does(await at('dispatcher'), 'grantExtension', lying.id)

  stage.clock.moveOn({ hours: 1, minutes: 59 })
  const solve = (id: string) => does(property, 'resolve', id, { outcome: 'solved', done: '已劝说' })
  for (const [number, { id }] of reports.entries()) if (number !== 1) await solve(id)

  stage.clock.moveTo('2026-03-03T10:00:00+08:00')
  wangMin = await at('wangMin')
  property = await at('property')
  const late = reports[1]?.id ?? ''
  await does(wangMin, 'accept', late)
  await does(wangMin, 'dispatch', late, { lead: 'property-1' })
  await handle(late)
  await solve(late)

  const said = [[true, 5], [true, 4], [true, 3], [false, 1], undefined, [true, 2], undefined, [true, 2]] as const
  for (const [number, answer] of said.entries()) {
    const { id, code } = reports[number] ?? lying
    if (answer) await does(await stage.holder(code), 'rate', id, { solved: answer[0], level: answer[1] })
  }
  await does(await at('caller'), 'callBack', reports[4]?.id ?? '', { answered: true, solved: true, level: 5 })
  await does(await at('supervisor'), 'exclude', returned, { ground: '重复报单' })
  await does(await at('secondSupervisor'), 'exclude', returned, { ground: '重复报单' })

  stage.clock.moveTo('2026-03-04T10:00:00+08:00')
  return { stage, dispute, at, figure, excluded }
}
