import { createHash } from 'node:crypto'
import type { Static } from 'typebox'
import { type Gathered, gather } from '#capabilities/cases/index.ts'
import { idOf } from '#kernel/database/ids.ts'
import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { perform } from '#kernel/flow/perform.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { systemOf } from '#kernel/people/actor.ts'
import { namesAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { keyedHash } from '#kernel/vault/cipher.ts'
import type { Words } from '#kernel/words.ts'
import { specials } from '../capability.ts'
import { type Grow, mostCases, type Propose, spotDays, spotSize } from '../contract.ts'
import { specialsAt } from './lists.ts'

/** What categories are called in a district. */
export type CategoryNames = (connection: Connection, district: string) => Promise<(code: string) => Words>

/**
 * Looks where the same came up again in the last thirty days, and proposes a special task for each, once: what comes later grows
 * the one that is open, and of cases that a task was about before none is counted again. Gives how many commands it sent.
 */
export async function proposeSpecials(house: House, district: string, namesOf: CategoryNames): Promise<number> {
  const since = house.clock().subtract({ hours: 24 * spotDays })
  const found = await within(house.database, { as: 'command', district }, async (connection) => {
    const categoryName = await namesOf(connection, district)
    const spots = []
    for (const by of ['place', 'reporter'] as const) {
      const all = await gather(connection, district, by, since, spotSize)
      const called = await namesAt(connection, district, by === 'place' ? all.map(({ what }) => what) : [], dayOf(house.clock()))
      for (const one of all)
        spots.push({
          ...{ ...one, by, key: keyOf(house, district, by, one), categoryName: categoryName(one.category) },
          place: called.get(one.what) ?? one.place,
        })
    }
    const keys = spots.map(({ key }) => key)
    return { spots, known: await specialsAt(connection, district, keys) }
  })
  let sent = 0
  for (const { cases, key, ...spot } of found.spots) {
    const before = found.known.filter((special) => special.key === key)
    const told = new Set(before.flatMap((special) => special.cases.map(({ id }) => id)))
    const fresh = cases.filter(({ id }) => !told.has(id))
    const open = before.find(({ state }) => state === 'proposed' || state === 'taken')
    if (open ? fresh.length === 0 || open.cases.length >= mostCases : fresh.length < spotSize) continue
    const { by, category, categoryName, place, street, community } = spot
    const where = { ...(street !== null && { street }), ...(community !== null && { community }) }
    const outcome = open
      ? await send(house, district, 'grow', open.id, { cases: fresh })
      : // The same for the same spot and first case: two processes that look at the same time propose it once.
        await send(house, district, 'propose', idOf(`${district}\n${key}\n${fresh.at(-1)?.id}`), {
          by,
          key,
          category,
          categoryName,
          place,
          ...where,
          cases: fresh,
        })
    if (!isRefusal(outcome)) sent += 1
  }
  return sent
}

const send = (house: House, district: string, name: string, id: string, input: Static<typeof Grow | typeof Propose>) =>
  perform(house, specials, {
    ...{ name, id, input, actor: systemOf(district), scope: 'spots' },
    key: hashed(`${name} ${id} ${input.cases.map((one) => one.id).join()}`),
  })

/** Of a resident the task keeps a keyed hash only: enough to know the next time, too little to know them. */
const keyOf = ({ ring }: House, district: string, by: 'place' | 'reporter', { what, category }: Gathered): string =>
  hashed(`${by} ${by === 'place' ? what : keyedHash(ring, 'spot', `${district} ${what}`)} ${category}`)

const hashed = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 32)
