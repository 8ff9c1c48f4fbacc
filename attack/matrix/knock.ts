import { logbook } from '#testing/logbook.ts'
import { type Hand, setStage } from '#testing/stage.ts'
import { forgetAttempts } from '../attempts.ts'
import { watchChanges } from '../changes.ts'
import { plantedIn } from '../logs/planted.ts'
import { type Planted, standingIn } from '../logs/talk.ts'
import { wait } from './cases/subjects.ts'
import { employ, type Person, people, type Stage } from './cast.ts'
import { type Description, type Door, doorsOf, requestFor } from './doors.ts'
import { errandFiled } from './errands/subjects.ts'
import { expected } from './expected.ts'
import { own } from './own.ts'
import type { Given, Row } from './row.ts'
import { withSecret } from './secrets.ts'
import { signedInAnew } from './signIn.ts'
import { subjectsOf } from './subjects.ts'
import { unopened } from './unopened.ts'

/** What became of knocking at all doors: how often, and where an answer was another than expected. */
export interface Knocked {
  doors: number
  knocks: number
  /** Operations that nobody has said who may. */
  unsaid: string[]
  /** Operations through which nobody came, of those who may. */
  shut: string[]
  wrong: string[]
  /** What the log at its most talkative may not say, and what of it stands there. */
  planted: Planted
  logged: string[]
  lines: number
}

/** A file to keep, under a name of ours: no sign in it is anybody's. */
const ownName = /^attachment; filename="[a-z0-9-]+\.(csv|geojson|ics|xlsx|zip)"$/

/** What begins the secret of the phones that knock. */
const ownPhone = 'a phone of its own'
const reporterPhone = '13800000001'

/** What is said and sent in this world, beside secrets. */
const saidHere = {
  ...{ 'a phone that knocks': ownPhone, 'telephone of the reporter': reporterPhone, 'words of a wait': wait.words },
  ...{ 'whose errand it is': errandFiled.name, 'their telephone': errandFiled.phone },
}

/** A stream that does not end: only whom it is refused is tried. */
const stream = 'GET /api/live'

/**
 * Everybody knocks at every door of their own district, and everybody of another district at the same; then at what is about whoever
 * knocks, and at what anybody opens with a secret, with a wrong one, the right one, and the right one in another district.
 */
export async function knockEverywhere(): Promise<Knocked> {
  const { log, text: logText } = logbook()
  const stage = await setStage(undefined, undefined, { log })
  const hands = await employ(stage, reporterPhone, '13800000002')
  hands.set('code holder', await signedInAnew(stage, 'code holder'))
  const abroad = await setStage(undefined, undefined, { log })
  const foreign = await employ(abroad, '13800000003', '13800000004')
  const handOf = async (person: Person, among = hands): Promise<Hand> => among.get(person) ?? stage.nobody()
  const { subject, idsOf, spend, kit } = subjectsOf(stage, handOf)
  const doors = doorsOf((await stage.nobody().get('/openapi.json')).body as Description)
  const known = new Set([expected, own, withSecret].flatMap(Object.keys))
  const unsaid = doors.map(({ route }) => route).filter((route) => !known.has(route))
  const gone = [...known].filter((route) => !doors.some((door) => door.route === route))
  const wrong = gone.map((route) => `${route}: there is no such operation any more`)
  const opened = new Set<string>()
  let knocks = 0

  const givenFor = (person: Person, hand: Hand, ids: Record<string, string> = {}): Given => ({
    ...{ stage, person, hand, handOf, ids, subject, next: kit.next },
    spend: (kind) => spend({ at: { kind } }),
  })

  /** Sends what is there to send, as somebody, to this district or another. */
  async function send(door: Door, hand: Hand, { ids = {}, input, file, device, to = stage }: Sent) {
    await forgetAttempts(stage.database)
    knocks += 1
    const { method, url, headers, payload } = requestFor(door, ids, input, file)
    const reply = await stage.app.inject({
      ...{ method, url },
      headers: {
        'linli-district': to.district,
        'linli-device': device ?? `${ownPhone} ${knocks}`,
        ...(hand.cookie && { cookie: hand.cookie }),
        ...headers,
      },
      ...(payload && { payload }),
    })
    if (reply.statusCode < 300) opened.add(door.route)
    const { location, 'content-disposition': named } = reply.headers
    if (location !== undefined) wrong.push(`${door.route} sends on to ${location}`)
    if (named !== undefined && !ownName.test(String(named))) wrong.push(`${door.route} gives a file the name ${named}`)
    return { status: reply.statusCode, text: reply.body }
  }

  /** What is sent by those who may not: what somebody made who may, so that it would do if it were let through. */
  const lastMade = new Map<Row, Pick<Sent, 'input' | 'file'>>()

  async function sentBy(row: Row, person: Person, hand: Hand, ids: Record<string, string>) {
    const last = row.madeByEach || (row.may.includes(person) && hand === hands.get(person)) ? undefined : lastMade.get(row)
    if (last) return hand === foreign.get(person) ? { input: last.input } : last
    const given = givenFor(person, hand, ids)
    const input = row.inputFor ? await row.inputFor(given) : row.input
    // From another district no file is sent: nothing in one names what is here.
    const isHere = hand !== foreign.get(person)
    const made = { ...(input && { input }), ...(row.fileFor && isHere && { file: await row.fileFor(given) }) }
    lastMade.set(row, made)
    return made
  }

  async function knock(door: Door, row: Row, person: Person, hand: Hand) {
    const ids = await idsOf(row)
    const made = await sentBy(row, person, hand, ids)
    const answer = await send(door, hand, { ids, ...made, ...(row.inputFor && { device: hand.device }) })
    if (answer.status < 300 && door.method !== 'GET') spend(row)
    return answer
  }

  const isNo = (status: number) => status === 401 || status === 403 || status === 404
  const doorOf = (route: string) => doors.find((door) => door.route === route)

  async function knockByAll(door: Door, row: Row) {
    for (const person of people) {
      const may = row.may.includes(person)
      if (may && door.route === stream) continue
      const hand = row.anew ? await signedInAnew(stage, person) : await handOf(person)
      const { status, text } = await knock(door, row, person, hand)
      const right = may ? !isNo(status) && status < 500 : status === refusalOf(row, person)
      if (!right) wrong.push(`${door.route} by ${person}: ${status} ${text.slice(0, 120)}`)
    }
  }

  for (const door of doors) {
    const row = expected[door.route]
    if (row) await knockByAll(door, row)
  }

  // And now those of another district, with an address of this one in hand: nothing opens, nothing is said, nothing changes.
  const cameHere = new Set(opened)
  for (const row of Object.values(own)) await idsOf(row)
  const { changed, end } = await watchChanges(stage.database)
  const travellers = [...foreign.keys()].filter((person) => !person.endsWith('elsewhere') && person !== 'stranger')
  for (const door of doors) {
    const row = expected[door.route] ?? own[door.route] ?? { may: [] }
    if (door.route in withSecret || door.route === stream || isTheirOwn.has(door.route)) continue
    const names = Object.values(row.at ?? {}).some((kind) => typeof kind === 'string')
    for (const person of travellers) {
      const { status, text } = await knock(door, row, person, await handOf(person, foreign))
      if (names && row.may !== people && status < 400) wrong.push(`${door.route} by ${person} of another district: ${status}`)
      if (status >= 500) wrong.push(`${door.route} by ${person} of another district: ${status} ${text.slice(0, 120)}`)
      if (text.includes(stage.district)) wrong.push(`${door.route} tells ${person} of another district: ${text.slice(0, 200)}`)
    }
  }
  wrong.push(...(await changed(stage.district)).map((table) => `${table} was changed from another district`))
  await end()
  opened.clear()
  for (const route of cameHere) opened.add(route)

  for (const [route, { wrong: no, right, isAnywhere }] of Object.entries(withSecret)) {
    const door = doorOf(route)
    if (!door) continue
    const isRefused = ({ status, text }: Answered) => status === no?.status && (no.text === undefined || text === no.text)
    for (const person of no ? people : []) {
      const hand = await handOf(person)
      const refused = await send(door, hand, { input: no?.input(givenFor(person, hand)) })
      if (!isRefused(refused)) wrong.push(`${route} by ${person} with a wrong secret: ${refused.status}`)
    }
    // As nobody: whoever signs in anew is what they were before no more.
    const hand = stage.nobody()
    const rightly = async () => ({ input: await right(givenFor('stranger', hand)), device: hand.device })
    const elsewhere = isAnywhere ? undefined : await send(door, hand, { ...(await rightly()), to: abroad })
    if (elsewhere && !isRefused(elsewhere))
      wrong.push(`${route} with a secret of here, in another district: ${elsewhere.status} ${elsewhere.text.slice(0, 120)}`)
    const came = await send(door, hand, await rightly())
    if (came.status >= 300 || came.text === no?.text)
      wrong.push(`${route} with the right secret: ${came.status} ${came.text.slice(0, 120)}`)
  }
  for (const [route, row] of Object.entries(own)) {
    const door = doorOf(route)
    if (door) await knockByAll(door, row)
  }
  const shut = doors.map(({ route }) => route).filter((route) => known.has(route) && !opened.has(route))
  wrong.push(
    ...[...unopened.keys()].filter((route) => !shut.includes(route)).map((route) => `${route}: somebody came through after all`),
  )
  const ofForeign = [...foreign].map(([person, hand]): [string, Hand] => [`${person} of another district`, hand])
  const planted = plantedIn(new Map<string, Hand>([...hands, ...ofForeign]), saidHere)
  return {
    doors: doors.length,
    knocks,
    unsaid,
    shut,
    wrong,
    planted,
    logged: standingIn(logText(), planted),
    lines: logText().split('\n').length,
  }
}

interface Answered {
  status: number
  text: string
}

/** What is sent, beside what the description makes. */
interface Sent {
  ids?: Record<string, string>
  input?: object | undefined
  file?: Buffer
  /** The phone, where it is not one of its own: what was uploaded from it is whoever's it is. */
  device?: string
  to?: Pick<Stage, 'district'>
}

/** What ends whoever asks it, in whichever district: with that of another there is nothing to try. */
const isTheirOwn: ReadonlySet<string> = new Set(['DELETE /api/session', 'POST /api/session/password', 'POST /api/me/erase'])

/** What somebody is told who may not. */
function refusalOf({ seen, told }: Row, person: Person): number {
  if (told) return told
  if (person === 'stranger') return 401
  return seen && !seen.includes(person) ? 404 : 403
}
