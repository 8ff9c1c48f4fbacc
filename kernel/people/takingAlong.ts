import { within } from '../database/within.ts'
import { photoBytes, photoKey, photosUploadedBy, type Store } from '../files/store.ts'
import type { House } from '../flow/house.ts'
import { noticesTo } from '../record/store/notices.ts'
import { type Part, zip } from '../register/sheet/xlsx/zip.ts'
import { lookedAt } from '../vault/audit.ts'
import { looksAt, takenAlong, writeLook } from '../vault/looks.ts'
import { accountSecrets, openSecrets } from '../vault/store.ts'
import { type Words, words } from '../words.ts'
import { type Actor, ownSight } from './actor.ts'
import { lookedAtWords, reasonWords } from './lookWords.ts'
import { type Chapter, momentWords, ownPage, type Passage } from './ownPage.ts'
import { isRole, roles } from './roles.ts'
import { sessionsOf } from './sessions.ts'
import { shownSessions } from './shown.ts'

/** What a capability holds of a person: under which name, and piece by piece, for a machine and for them to read. */
export interface Holding {
  name: string
  title: Words
  pieces: (actor: Actor) => AsyncIterable<{ told: object; passage: Passage }>
}

/** No list of somebody's own is longer: what lies beyond is asked for by the administrator of the database. */
const most = 20_000

/**
 * Everything that is held of a person, as an archive: `linli.json` for a machine, their photos, and a page for them to read (Personal
 * Information Protection Law, article 45). That they took it is a look of theirs, written down first: should it have been somebody else
 * with their phone, they see it.
 */
export async function takeAlong(
  house: House,
  store: Store,
  holdings: readonly Holding[],
  actor: Actor,
): Promise<AsyncGenerator<Buffer>> {
  const { database, clock } = house
  await within(database, { as: 'command', district: actor.district }, (connection) =>
    writeLook(connection, actor, { subject: actor.id, item: null, fields: lookedAt, reason: takenAlong }, clock()),
  )
  return zip(partsOf(house, store, holdings, actor))
}

/** What is told comes first, and as it is read says which photos go along, and what stands on the page. */
async function* partsOf(house: House, store: Store, holdings: readonly Holding[], actor: Actor): AsyncGenerator<Part> {
  const known = await knownOf(house, actor)
  const chapters: Chapter[] = []
  yield { name: 'linli.json', content: told(known, holdings, actor, chapters) }
  const named = chapters.flatMap(({ passages }) => passages.flatMap(({ photos }) => photos))
  const there = new Set<string>()
  for (const id of new Set([...known.photos, ...named])) {
    const bytes = await bytesOf(house, store, actor.district, id)
    if (!bytes) continue
    there.add(id)
    yield { name: `photos/${id}.jpg`, content: [bytes] }
  }
  yield { name: '我的资料.html', content: ownPage(known.takenAt, [...chapters, ...kernelChapters(known)], there) }
}

async function* told(known: Known, holdings: readonly Holding[], actor: Actor, chapters: Chapter[]): AsyncGenerator<string> {
  yield JSON.stringify(known, undefined, 1).slice(0, -2)
  for (const { name, title, pieces } of holdings) {
    const passages: Passage[] = []
    yield `,\n "${name}": [`
    let between = '\n'
    for await (const { told, passage } of pieces(actor)) {
      passages.push(passage)
      yield between + JSON.stringify(told, undefined, 1)
      between = ',\n'
    }
    yield ']'
    chapters.push({ title, passages })
  }
  yield '\n}\n'
}

/** What the kernel itself holds, for whom it is about to read. */
const kernelChapters = ({ account, notices, looks, sessions }: Known): Chapter[] => [
  {
    title: words('账号里记着的', 'Kept with the account'),
    passages: account.told.map(({ field, words: said }) => passageOf(lookedAtWords(field).zh, [[lookedAtWords(field), said]])),
  },
  {
    title: words('消息', 'Notices'),
    passages: notices.map(({ at, words: said }) => passageOf(momentWords(at), [[words('说了', 'It said'), said.zh]])),
  },
  {
    title: words('谁看过', 'Who looked'),
    passages: looks.map(({ at, by, role, fields, masked, reason }) =>
      passageOf(momentWords(at), [
        [words('谁', 'Who'), `${by}（${isRole(role) ? roles[role].zh : role}）`],
        [
          words('看了', 'What'),
          fields.map((field) => `${lookedAtWords(field).zh}${masked.includes(field) ? '（遮住的）' : ''}`).join('、'),
        ],
        [words('为什么', 'Why'), reasonWords(reason).zh],
      ]),
    ),
  },
  {
    title: words('在哪里登录着', 'Where you are signed in'),
    passages: sessions.map(({ device, madeAt, endsAt }) =>
      passageOf(device, [
        [words('从', 'From'), momentWords(madeAt)],
        [words('到', 'Until'), momentWords(endsAt)],
      ]),
    ),
  },
]

const passageOf = (heading: string, lines: Passage['lines']): Passage => ({ heading, lines, photos: [] })

type Known = Awaited<ReturnType<typeof knownOf>>

/** What the kernel itself holds of a person. Of a telephone that they sign in with there is a keyed hash alone. */
async function knownOf({ database, clock, ring }: House, actor: Actor) {
  const { district, id } = actor
  const now = clock()
  const own = await within(database, { as: 'command', district }, async (connection) => ({
    sessions: shownSessions(await sessionsOf(connection, district, id, now)),
    notices: await noticesTo(connection, district, [id], most),
    photos: await photosUploadedBy(connection, district, id),
  }))
  const vault = await within(database, { as: 'read', district, sight: ownSight(id) }, async (connection) => {
    const secrets = await accountSecrets(connection, { district, subject: id })
    const open = await openSecrets(
      connection,
      ring,
      district,
      secrets.map(({ reference }) => reference),
    )
    const looks = await looksAt(connection, district, id, most)
    return { looks, own: secrets.map(({ reference, field }) => ({ field, words: open.get(reference) ?? '' })) }
  })
  return {
    takenAt: now.toString(),
    account: { district, id, told: vault.own },
    looks: vault.looks.map(({ item, fields, masked, by_name, by_role, by_unit, reason, at }) => ({
      ...{ at: at.toISOString(), by: by_name, role: by_role, unit: by_unit, fields, masked, item, reason },
    })),
    ...own,
  }
}

async function bytesOf({ database, ring }: House, store: Store, district: string, id: string): Promise<Buffer | undefined> {
  const key = await within(database, { as: 'command', district }, (connection) => photoKey(connection, ring, district, id))
  return key && (await photoBytes(store, key, district, id))
}
