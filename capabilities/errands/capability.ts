import { Compile } from 'typebox/compile'
import type { Connection } from '#kernel/database/open.ts'
import type { Capability } from '#kernel/flow/house.ts'
import { Post } from '#kernel/people/actor.ts'
import { unitAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Errand } from './contract/errand.ts'
import { errandFlow } from './flow.ts'
import type { ErrandFacts } from './show.ts'
import { communityOf } from './store/helpers.ts'
import { itemAt } from './store/items.ts'

const post = Compile(Post)
const isPost = (value: unknown): value is Post => post.Check(value)
const nothing: ErrandFacts = { entry: undefined, where: undefined, helperIn: undefined }

/** Errands. Of the resident the item holds their account; their note lies in the vault. */
export const errands: Capability<Errand, ErrandFacts> = {
  flow: errandFlow,
  async facts(connection, { actor: { district }, now, sent }) {
    const day = dayOf(now)
    const { item, unit, helper }: Record<string, unknown> = Object(sent?.input)
    const begins = typeof item === 'string' && typeof unit === 'string'
    return {
      ...nothing,
      ...(begins && {
        entry: await itemAt(connection, district, item, day),
        where: await whereIs(connection, district, unit, day),
      }),
      ...(isPost(helper) && { helperIn: await communityOf(connection, district, helper, day) }),
    }
  },
  subject: (actor, item) => ('resident' in item ? item.resident : actor.id),
}

/** Where a resident lives: what they chose, and the community that it lies in. */
async function whereIs(connection: Connection, district: string, code: string, day: string): Promise<ErrandFacts['where']> {
  const unit = await unitAt(connection, district, code, day)
  if (unit?.community === undefined) return undefined
  const community = unit.code === unit.community ? unit : await unitAt(connection, district, unit.community, day)
  if (!community) return undefined
  const estate =
    unit.kind === 'building' && unit.parent !== undefined ? await unitAt(connection, district, unit.parent, day) : undefined
  return {
    placeName: `${estate?.name ?? ''}${unit.name}`,
    ...{ community: community.code, communityName: community.name },
    ...(unit.street !== undefined && { street: unit.street }),
  }
}
