import { within } from '../database/within.ts'
import { photoBytes, photoKey, photosUploadedBy, type Store } from '../files/store.ts'
import type { House } from '../flow/house.ts'
import { noticesTo } from '../record/store/notices.ts'
import { type Part, zip } from '../register/sheet/xlsx/zip.ts'
import { lookedAt } from '../vault/audit.ts'
import { looksAt, takenAlong, writeLook } from '../vault/looks.ts'
import { accountSecrets, openSecrets } from '../vault/store.ts'
import { type Actor, ownSight } from './actor.ts'
import { sessionsOf } from './sessions.ts'
import { shownSessions } from './shown.ts'

/** What a capability holds of a person: under which name, and piece by piece, each with the photos that are theirs. */
export interface Holding {
  name: string
  pieces: (actor: Actor) => AsyncIterable<{ told: object; photos: readonly string[] }>
}

/** No list of somebody's own is longer: what lies beyond is asked for by the administrator of the database. */
const most = 20_000

/**
 * Everything that is held of a person, as an archive: `linli.json`, and their photos (Personal Information Protection Law, article
 * 45). That they took it is a look of theirs, written down first: should it have been somebody else with their phone, they see it.
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

/** What is told comes first, and as it is read says which photos go along. */
function* partsOf(house: House, store: Store, holdings: readonly Holding[], actor: Actor): Generator<Part> {
  const photos = new Set<string>()
  yield { name: 'linli.json', content: told(house, holdings, actor, photos) }
  for (const id of photos) yield { name: `photos/${id}.jpg`, content: bytesOf(house, store, actor.district, id) }
}

async function* told(house: House, holdings: readonly Holding[], actor: Actor, photos: Set<string>): AsyncGenerator<string> {
  const known = await knownOf(house, actor)
  for (const id of known.photos) photos.add(id)
  yield JSON.stringify(known, undefined, 1).slice(0, -2)
  for (const { name, pieces } of holdings) {
    yield `,\n "${name}": [`
    let between = '\n'
    for await (const piece of pieces(actor)) {
      for (const id of piece.photos) photos.add(id)
      yield between + JSON.stringify(piece.told, undefined, 1)
      between = ',\n'
    }
    yield ']'
  }
  yield '\n}\n'
}

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
    looks: vault.looks.map(({ item, fields, by_name, by_role, by_unit, reason, at }) => ({
      ...{ at: at.toISOString(), by: by_name, role: by_role, unit: by_unit, fields, item, reason },
    })),
    ...own,
  }
}

async function* bytesOf({ database, ring }: House, store: Store, district: string, id: string): AsyncGenerator<Buffer> {
  const key = await within(database, { as: 'command', district }, (connection) => photoKey(connection, ring, district, id))
  const bytes = key && (await photoBytes(store, key, district, id))
  if (bytes) yield bytes
}
