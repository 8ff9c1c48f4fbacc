import { newId } from '../../database/ids.ts'
import type { Connection } from '../../database/open.ts'
import { type Refusal, refusal } from '../../flow/refusal.ts'
import { type Sent, settleKey, takeKey } from '../../flow/store/keys.ts'
import { raiseRules } from '../../place/rules.ts'
import { namesAt } from '../../place/store/find.ts'
import type { CellNote } from '../../register/sheet/report.ts'
import { dayOf } from '../../time/zone.ts'
import { type Words, words } from '../../words.ts'
import type { Actor } from '../actor.ts'
import { makeNamed } from '../admin/making.ts'
import { mayGive } from '../admin/may.ts'
import { takeName, takenNames } from '../admin/store/people.ts'
import { givePost, holdersOf } from '../admin/store/posts.ts'
import { note } from '../admin/trail.ts'
import { roles } from '../roles.ts'
import { placeOfPost } from './places.ts'
import type { PersonIn } from './read.ts'
import type { PeopleReport } from './shown.ts'
import { placesCalled } from './store.ts'

interface Bringing {
  actor: Actor
  now: Temporal.Instant
  /** The sheet under its sender's key. */
  sent: Sent
  people: readonly PersonIn[]
  /** The first password of each account, as it is kept. */
  hashed: ReadonlyMap<string, string>
  /** Looks only: takes no name, which another district would wait for. */
  preview: boolean
  noteOn: (row: number, field: string, because: Words) => CellNote
}

interface Brought {
  rows: PeopleReport['rows']
  problems: CellNote[]
}

/**
 * Makes the accounts of a sheet and gives their posts, by the rules of the single form; what is wrong is told cell by cell. Whoever
 * calls lets it stand only where nothing is wrong. What was carried out under the same key is told again, and makes nothing.
 */
export async function bringPeople(
  connection: Connection,
  { actor, now, sent, people, hashed, preview, noteOn }: Bringing,
): Promise<Brought | Refusal> {
  const { district } = actor
  const day = dayOf(now)
  const earlier = preview ? undefined : await takeKey(connection, sent, now)
  if (earlier && earlier.fingerprint !== sent.fingerprint)
    return refusal('keyReused', '这个请求编号已用于另一个操作', 'this Idempotency-Key was used for something else')
  // Lets one change of posts at a time through.
  if (!earlier) await raiseRules(connection, district)
  const known = await placesCalled(connection, district, [...new Set(people.flatMap(({ unit }) => unit ?? []))], day)
  if (earlier) {
    const given = people.map((person) => {
      const place = placeOfPost(person, known, district)
      return { person, unit: 'unit' in place ? place.unit : (person.unit ?? district) }
    })
    return { rows: await rowsOf(connection, district, given, day), problems: [] }
  }
  const ids = new Map(people.map(({ account }) => [account.toLowerCase(), newId()]))
  const taken = preview ? await takenNames(connection, [...ids.keys()]) : await namesLost(connection, district, ids)
  const guarded = (await holdersOf(connection, district, 'securityAdmin', day)).length > 0
  const [made, problems]: [Map<string, { id: string; name: string; posts: Set<string> }>, CellNote[]] = [new Map(), []]
  const given: Given[] = []
  for (const person of people) {
    const { row, name, account, role } = person
    const wrong = (field: string, because: Words) => problems.push(noteOn(row, field, because))
    const refused = mayGive(actor, { role, account: '' }, guarded)
    if (refused) wrong('role', refused.because)
    const key = account.toLowerCase()
    const before = made.get(key)
    const somebody = before ?? { id: ids.get(key) ?? newId(), name, posts: new Set<string>() }
    if (before && before.name !== name)
      wrong('name', words(`这个账号在上面是${before.name}`, `above, this account is ${before.name}`))
    if (!before) {
      made.set(key, somebody)
      if (taken.has(key)) wrong('account', words('已有人用，请换一个', 'is taken: choose another'))
      else await makeNamed(connection, actor, now, { id: somebody.id, name, account, password: hashed.get(key) ?? '' })
    }
    const place = placeOfPost(person, known, district)
    if ('wrong' in place) wrong('unit', place.wrong)
    else if (somebody.posts.has(`${role}@${place.unit}`)) wrong('role', words('这个岗位上面已有', 'has this post above already'))
    else {
      somebody.posts.add(`${role}@${place.unit}`)
      given.push({ person, unit: place.unit })
      if (problems.length > 0) continue
      const post = { role, unit: place.unit, starts: day }
      await givePost(connection, district, { ...post, id: newId(), account: somebody.id, ends: null, standInFor: null })
      await note(connection, actor, now, { what: 'post given', subject: somebody.id, told: post })
    }
  }
  if (!preview) await settleKey(sent, 1).execute(connection)
  return { rows: await rowsOf(connection, district, given, day), problems }
}

/** Somebody of a sheet with the code of where their post is. */
interface Given {
  person: PersonIn
  unit: string
}

async function rowsOf(connection: Connection, district: string, given: readonly Given[], day: string) {
  const names = await namesAt(
    connection,
    district,
    given.map(({ unit }) => unit),
    day,
  )
  return given.map(({ person: { row, name, account, role }, unit }) => ({
    ...{ row, name, account, role: words(roles[role].zh, roles[role].en), unit: names.get(unit) ?? unit },
  }))
}

/**
 * Takes the names that accounts are to sign in with, and gives those that somebody else has. In one order whoever takes them: names are
 * unique in the installation, and two districts' sheets that took some of them crosswise would wait for each other.
 */
async function namesLost(connection: Connection, district: string, ids: ReadonlyMap<string, string>): Promise<Set<string>> {
  const lost = new Set<string>()
  for (const [name, id] of [...ids].toSorted(([one], [other]) => (one < other ? -1 : 1)))
    if (!(await takeName(connection, district, name, id))) lost.add(name)
  return lost
}
