import type { RawBuilder } from 'kysely'
import { Compile } from 'typebox/compile'
import type { Connection } from '#kernel/database/open.ts'
import { erasedPhotos, namedPhotos, strangePhotos, unnamedPhotos } from '#kernel/files/store.ts'
import type { Blank } from '#kernel/flow/command.ts'
import type { Capability } from '#kernel/flow/house.ts'
import { streetFacts } from '#kernel/flow/store/astray.ts'
import { Post } from '#kernel/people/actor.ts'
import { freshCode } from '#kernel/people/codes.ts'
import { erasure } from '#kernel/people/erasing.ts'
import { unitAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Errand } from './contract/errand.ts'
import { errandFlow } from './flow.ts'
import { photosOf } from './papers.ts'
import { type ErrandFacts, noFacts, partyOf } from './show.ts'
import { communityOf, isAttended, isErased } from './store/helpers.ts'
import { itemAt } from './store/items.ts'

const post = Compile(Post)
const isPost = (value: unknown): value is Post => post.Check(value)

/** Errands. Of the resident the item holds their account; their note lies in the vault. */
export const errands: Capability<Errand, ErrandFacts> = {
  flow: errandFlow,
  async facts(connection, question) {
    const { actor, now, sent, item: errand } = question
    const { district, id, role, unit: at = '' } = actor
    const day = dayOf(now)
    const { item, unit, helper, photo }: Record<string, unknown> = Object(sent?.input)
    const begins = typeof item === 'string' && typeof unit === 'string'
    return {
      ...noFacts,
      ...(await streetFacts(connection, question)),
      ...(await whoIsGone(connection, district, errand, day)),
      ...(typeof photo === 'string' && { strange: (await strangePhotos(connection, district, [photo], [id])).length > 0 }),
      ...(begins && {
        entry: await itemAt(connection, district, item, day),
        where: await whereIs(connection, district, unit, day),
      }),
      ...(sent?.name === 'file' && { helperIn: await communityOf(connection, district, { role, unit: at }, day) }),
      ...(isPost(helper) && { helperIn: await communityOf(connection, district, helper, day) }),
    }
  },
  subject: (actor, item) => ('resident' in item ? item.resident : actor.role === 'resident' ? actor.id : partyOf(item.id)),
  alongside(before, after) {
    const fresh = photosIn(after).filter((id) => !before || !photosIn(before).includes(id))
    // Of a handover that was taken back, or ended with its paper: they are forgotten as those that nobody ever named.
    const gone = before ? photosIn(before).filter((id) => !photosIn(after).includes(id)) : []
    return [
      ...(fresh.length > 0 ? [namedPhotos(after.district, fresh)] : []),
      ...(gone.length > 0 ? [unnamedPhotos(after.district, gone)] : []),
      ...erasureWrites(before, after),
    ]
  },
  secret({ ring }, { name, id, key, actor: { district } }) {
    if (name !== 'file') return undefined
    const { code, write } = freshCode(ring, { district, flow: errandFlow.name, item: id, party: partyOf(id) }, key)
    return { told: { queryCode: code }, writes: [write] }
  },
}

/** With what a person told, the photos of their papers and signatures go; of bytes nothing is left a month later. */
function erasureWrites(before: Errand | undefined, after: Errand): RawBuilder<unknown>[] {
  if (!('erased' in after) || !after.erased || (before && 'erased' in before && before.erased)) return []
  const { district, resident: party } = after
  const at = Temporal.Instant.from(after.erased.at)
  return [...erasure({ district, party }, at), erasedPhotos(district, photosIn(after), at)]
}

/** Who of the two sides is there no more. */
async function whoIsGone(connection: Connection, district: string, item: Errand | Blank, day: string) {
  if (!('helper' in item && item.helper)) return {}
  const { helper, resident } = item
  return {
    unattended: !(await isAttended(connection, district, helper, day)),
    gone: await isErased(connection, district, resident),
  }
}

const photosIn = (item: Errand) => ('papers' in item ? photosOf(item.papers) : [])

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
