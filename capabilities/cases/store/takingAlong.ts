import { Compile } from 'typebox/compile'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { see } from '#kernel/flow/see.ts'
import { type Actor, ownSight } from '#kernel/people/actor.ts'
import type { Holding } from '#kernel/people/takingAlong.ts'
import type { Cases } from '../capability.ts'
import { SeenCase } from '../contract/seen.ts'
import { followedBy } from './followed.ts'
import { readHistory } from './reading.ts'

const seen = Compile(SeenCase)
const isSeen = (value: unknown): value is SeenCase => seen.Check(value)

/** What cases hold of a person: what they reported or joined, as they see it, with its course; nothing that other residents said. */
export const casesHeld = (house: House, cases: Cases): Holding => ({
  name: cases.flow.path,
  async *pieces(actor: Actor) {
    const { district, id: party } = actor
    const ids = await within(house.database, { as: 'read', district, sight: ownSight(party) }, (connection) =>
      followedBy(connection, district, party),
    )
    for (const id of ids) {
      const view = await see(house, cases, actor, id)
      if (isRefusal(view)) continue
      if (!isSeen(view.item)) throw new Error(`case ${id} is not shown as cases are`)
      const { item } = view
      const course = await readHistory(house, cases, actor, id, ({ by }) => by.role !== 'resident' || by.id === party)
      const photos = item.standing === 'reporter' ? item.photos : []
      yield { told: { ...item, photos, ratings: item.ratings.filter(({ own }) => own), course }, photos }
    }
  },
})
