import fc from 'fast-check'
import { logbook } from '#testing/logbook.ts'
import type { Part } from '#testing/parts.ts'
import { plantedIn } from '../logs/planted.ts'
import { standingIn } from '../logs/talk.ts'
import { people } from '../matrix/cast.ts'
import { type Door, doorsOf } from '../matrix/doors.ts'
import { expected } from '../matrix/expected.ts'
import { furnishedDistrict } from '../world.ts'
import { found as frozen } from './found.ts'
import { fuzzWord } from './hostile.ts'
import { agent, judgeIn, patience } from './judge.ts'
import { requestsTo } from './request.ts'

/**
 * Sends what it once found; then requests drawn from the interface's own description, half of them spoilt, by everybody in turn and by those who
 * may: no fault of ours, no hang, no change after a refusal, every reply as it is described, and nothing of what was sent in the log.
 */
export const part: Part = async (goals, { quick }) => {
  const { log, text } = logbook()
  const world = await furnishedDistrict({ log })
  const { app, hands, ids, idsOf } = world
  const { send, found, counted, end } = await judgeIn(world)
  const all = doorsOf(JSON.parse((await app.inject({ url: '/openapi.json' })).body))
  const doors = all.filter(({ route }) => !untried.has(route))
  const first = quick ? 1 : Math.floor(Math.random() * 1_000_000)
  const each = quick ? 12 : 200
  const unmadeFor: string[] = []
  const unmade = ({ route }: Door) => {
    unmadeFor.push(route)
    return {}
  }
  const seeds = `seeds ${first} to ${first + each - 1}`
  console.log(`  fuzz: ${seeds}`)

  const again: string[] = []
  for (const { once, route, by, request } of frozen) {
    const door = all.find((one) => one.route === route)
    const status = door && (await send(door, request, by, once))
    if (status === undefined || status < 400 || status >= 500) again.push(`${once}: ${status ?? 'no answer'} from ${route}`)
  }

  for (let turn = 0; turn < each; turn += 1) {
    const seed = first + turn
    if (turn > 0 && turn % 20 === 0) console.log(`  ${turn} of ${each} seeds: ${counted.sent} requests`)
    for (const [number, door] of doors.entries()) {
      const row = expected[door.route]
      // What was sent before may have left a world in which it cannot be made.
      const its = row ? await idsOf(row).catch(() => unmade(door)) : {}
      const [request] = fc.sample(requestsTo(door, ids, its), { numRuns: 1, seed: seed * 1000 + number })
      if (!request) continue
      // Every second is sent by somebody who may: what lies behind the door is tried, too.
      const among = ((seed + number) % 2 === 0 && row?.may.filter((one) => hands.has(one))) || people
      const person = among[Math.floor((seed * 7 + number) / 2) % among.length] ?? 'stranger'
      await send(door, request, person, `seed ${seed}`)
    }
  }
  await end()
  const { sent, refused, changes } = counted
  goals.none('fuzz: what it once found, found again', again, `of ${frozen.length}`)
  goals.none(`fuzz: faults of ours (${seeds})`, found.faults, `of ${sent} requests, ${refused} of them refused`)
  goals.none(`fuzz: answers after more than ${patience} ms`, found.hangs)
  goals.none('fuzz: changes after a refusal', found.changes, `while those that were not refused made ${changes}`)
  goals.none('fuzz: replies other than described', found.unlike)
  goals.note({
    name: 'fuzz: sent without what it is about, which could not be made any more',
    figure: `${unmadeFor.length} of ${sent} (${[...new Set(unmadeFor)].slice(0, 5).join(', ')})`,
    goal: 'fewer than a tenth',
    holds: unmadeFor.length * 10 < sent,
  })
  const planted = plantedIn(hands, { 'words of the fuzz': fuzzWord, 'agent of the fuzz': agent })
  goals.none('fuzz: secrets and personal fields in the log', standingIn(text(), planted), `of ${planted.size}`)
}

/** A stream without end; and what would sign somebody out or erase them, and leave the rest without anybody to send it. */
export const untried: ReadonlySet<string> = new Set([
  'GET /api/live',
  'DELETE /api/session',
  'POST /api/me/erase',
  'DELETE /api/sessions/{id}',
  'POST /api/session/password',
])
