import { type Hand, setStage } from '#testing/stage.ts'
import { forgetAttempts } from '../attempts.ts'
import { watchChanges } from '../changes.ts'
import { employ, type Person, people } from './cast.ts'
import { type Description, type Door, doorsOf, requestFor } from './doors.ts'
import { expected, own, withSecret } from './expected.ts'
import type { Row } from './row.ts'
import { subjectsOf } from './subjects.ts'

/** What became of knocking at all doors: how often, and where an answer was another than expected. */
export interface Knocked {
  doors: number
  knocks: number
  /** Operations that nobody has said who may. */
  unsaid: string[]
  wrong: string[]
}

/** Everybody knocks at every door of their own district, and then everybody of another district at the same. */
export async function knockEverywhere(): Promise<Knocked> {
  const stage = await setStage()
  const hands = await employ(stage, '13800000001', '13800000002')
  const other = { words: '另一件', place: { code: 'plum' }, category: 'neighbours.dispute' }
  hands.set('code holder', await stage.holder((await stage.nobody().send('report', '', other)).body.secret.queryCode))
  const abroad = await setStage()
  const foreign = await employ(abroad, '13800000003', '13800000004')
  const handOf = async (person: Person, among = hands): Promise<Hand> => among.get(person) ?? stage.nobody()
  const { idsOf, spend } = subjectsOf(stage, handOf)
  const doors = doorsOf((await stage.nobody().get('/openapi.json')).body as Description)
  const known = new Set([...Object.keys(expected), ...own, ...withSecret])
  const unsaid = doors.map(({ route }) => route).filter((route) => !known.has(route))
  const gone = [...known].filter((route) => !doors.some((door) => door.route === route))
  const wrong = gone.map((route) => `${route}: there is no such operation any more`)
  let knocks = 0

  async function knock(door: Door, row: Row, hand: Hand) {
    await forgetAttempts(stage.database)
    knocks += 1
    const { method, url, headers, payload } = requestFor(door, await idsOf(row), row.input)
    const reply = await stage.app.inject({
      ...{ method, url },
      headers: {
        'linli-district': stage.district,
        'linli-device': `a phone of its own ${knocks}`,
        ...(hand.cookie && { cookie: hand.cookie }),
        ...headers,
      },
      ...(payload && { payload }),
    })
    if (reply.statusCode < 300 && method !== 'GET') spend(row)
    return { status: reply.statusCode, text: reply.body }
  }

  const isNo = (status: number) => status === 401 || status === 403 || status === 404

  for (const door of doors) {
    const row = expected[door.route]
    if (!row) continue
    for (const person of people) {
      const { status, text } = await knock(door, row, await handOf(person))
      const right = row.may.includes(person) ? !isNo(status) && status < 500 : status === refusalOf(row, person)
      if (!right) wrong.push(`${door.route} by ${person}: ${status} ${text.slice(0, 120)}`)
    }
  }

  // And now those of another district, with an address of this one in hand: nothing opens, nothing is said, nothing changes.
  const { changed, end } = await watchChanges(stage.database)
  const travellers = [...foreign.keys()].filter((person) => !person.endsWith('elsewhere') && person !== 'stranger')
  for (const door of doors) {
    const row = expected[door.route] ?? { may: [] }
    if (withSecret.includes(door.route) || own.includes(door.route)) continue
    const names = Object.values(row.at ?? {}).some((kind) => typeof kind === 'string')
    for (const person of travellers) {
      const { status, text } = await knock(door, row, await handOf(person, foreign))
      if (names && row.may !== people && status < 400) wrong.push(`${door.route} by ${person} of another district: ${status}`)
      if (status >= 500) wrong.push(`${door.route} by ${person} of another district: ${status} ${text.slice(0, 120)}`)
      if (text.includes(stage.district)) wrong.push(`${door.route} tells ${person} of another district: ${text.slice(0, 200)}`)
    }
  }
  wrong.push(...(await changed(stage.district)).map((table) => `${table} was changed from another district`))
  await end()
  return { doors: doors.length, knocks, unsaid, wrong }
}

/** What somebody is told who may not. */
function refusalOf({ seen }: Row, person: Person): number {
  if (person === 'stranger') return 401
  return seen && !seen.includes(person) ? 404 : 403
}
