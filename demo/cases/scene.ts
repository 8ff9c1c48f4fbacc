import type { Category } from '#capabilities/cases/catalogue/category.ts'
import type { Case } from '#capabilities/cases/contract/item.ts'
import { assistingUnits, leadUnit } from '#capabilities/cases/leading.ts'
import { newId } from '#kernel/database/ids.ts'
import type { Actor, Post } from '#kernel/people/actor.ts'
import { namelessOf, residentOf } from '#kernel/people/nameless.ts'
import { nameOf, phoneOf, residents } from '../people/load.ts'
import { demoPhone, personName } from '../people/names.ts'
import type { Tale, Teller } from './tale.ts'
import { endings, filled } from './texts/filled.ts'
import type { Matter } from './texts/matter.ts'
import type { Site, World } from './world.ts'

/** A case of the past, before and while it is told. */
export interface Scene {
  world: World
  tale: Tale
  matter: Matter
  category: Category
  site: Site
  channel: 'resident' | 'nobody' | 'phone' | 'counter' | 'patrol'
  /** Who speaks as the reporter from the report on. */
  reporter: Actor
  number: string
  /** The station that it is about. */
  regards?: World['station']
}

export interface Plan {
  at: Temporal.Instant
  matter: Matter
  site: Site
  channel: Scene['channel']
  number: string
  /** The account, where it is to be a certain one. */
  resident?: string
  regards?: World['station']
}

export function sceneOf(world: World, { begin }: Teller, { at, matter, site, channel, number, resident, regards }: Plan): Scene {
  const category = world.rules.categories.get(matter.category)
  if (!category) throw new Error(`there is no category ${matter.category}`)
  const { district, random } = world
  const tale = begin(newId(at.epochMilliseconds), at)
  const account = resident ?? random.pick(residents.slice(1))
  const reporter = residentOf(district, channel === 'resident' ? account : namelessOf(tale.id))
  return { world, tale, matter, category, site, channel, reporter, number, ...(regards && { regards }) }
}

/** Whoever is at a post now; `not` is somebody who must not be it. */
export const at = ({ world, tale }: Scene, post: Post, not?: string): Actor | undefined => world.at(post, tale.now(), not)

export const districtPost = ({ world }: Scene, role: 'dispatcher' | 'supervisor' | 'caller' | 'leader'): Post => ({
  role,
  unit: world.district,
})

export const stateOf = ({ tale }: Scene): Case['state'] | undefined => tale.item()?.state

/** Whoever has the case now. */
export function holder(scene: Scene): Actor | undefined {
  const item = scene.tale.item()
  return item && 'holder' in item ? at(scene, item.holder) : undefined
}

export const chance = ({ world }: Scene, share: number) => world.random.next() < share
export const between = ({ world }: Scene, low: number, high: number) => low + world.random.next() * (high - low)
export const oneOf = <Value>({ world }: Scene, values: readonly Value[]): Value => world.random.pick(values)

export const leadOf = ({ world, category, site }: Scene): string =>
  leadUnit(world.rules, category, site.place) ?? site.place.street ?? 'commandCentre'
export const assistantsOf = ({ world, category, site }: Scene): string[] => [
  ...new Set(assistingUnits(world.rules, category, site.place)),
]

/** 报单, with the words of the matter and what the reporter tells of themselves. */
export function report(scene: Scene): boolean {
  const { world, tale, matter, category, site, channel, number, regards } = scene
  const { random } = world
  const words = filled(random.pick(matter.says), { building: site.building, random }) + random.pick(endings)
  const isStaff = channel === 'phone' || channel === 'counter' || channel === 'patrol'
  const telling = channel === 'patrol' ? {} : toldOfThemselves(scene)
  const photos =
    (channel === 'resident' || channel === 'nobody' || channel === 'patrol') && category.photosWanted.after && random.next() < 0.6
      ? photosOf(scene, 0)
      : []
  const input = {
    ...{ words, place: site.given, category: category.code, ...telling },
    ...(photos.length > 0 && { photos }),
    ...(isStaff && { as: channel }),
    ...(regards && { regards: { kind: 'station', code: regards.code } }),
  }
  return tale.send('report', isStaff ? filer(scene) : scene.reporter, input, number)
}

/** What the reporter tells of themselves: whoever has an account, always the same. */
function toldOfThemselves({ world: { random }, channel, reporter }: Scene) {
  const named = channel === 'phone' || channel === 'counter' || random.next() < 0.6
  if (!named) return {}
  return {
    ...{ name: personName(random), phone: demoPhone(random.whole(100, 9999)) },
    ...(channel === 'resident' && { name: nameOf(reporter.id), phone: phoneOf(reporter.id) }),
    ...(random.next() < 0.4 && { shareContact: true }),
    ...(random.next() < 0.3 && { where: random.pick(['进门右手边', '门口保安亭旁', '单元门西侧', '电梯出来左转', '车棚后面']) }),
  }
}

/** Which worker filed it: on the telephone a dispatcher, at the counter the community, on patrol the grid worker. */
function filer(scene: Scene): Actor | undefined {
  const { grid2, community } = scene.site.place
  const desk = community === undefined ? undefined : at(scene, { role: 'communityWorker', unit: community })
  if (scene.channel === 'phone') return at(scene, districtPost(scene, 'dispatcher'))
  if (scene.channel === 'patrol' && grid2 !== undefined) return at(scene, { role: 'gridWorker', unit: grid2 }) ?? desk
  return desk
}

/** One or two photos: from the first half of what there is before the work, from the second after it. */
export function photosOf({ world: { photos, random } }: Scene, half: 0 | 1): string[] {
  const middle = Math.floor(photos.length / 2)
  const some = half === 0 ? photos.slice(0, middle) : photos.slice(middle)
  return some.length === 0 ? [] : [random.pick(some)]
}
