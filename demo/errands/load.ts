import { errands } from '#capabilities/errands/capability.ts'
import { servedErrandItems } from '#capabilities/errands/store/items.ts'
import { newId } from '#kernel/database/ids.ts'
import { within } from '#kernel/database/within.ts'
import type { Store } from '#kernel/files/store.ts'
import { historian } from '#kernel/flow/bulk.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { residentOf } from '#kernel/people/nameless.ts'
import { calendarOf } from '#kernel/time/store.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { keepDrawn } from '../cases/photos.ts'
import { whoIsAt } from '../cases/world.ts'
import type { Geography } from '../geography/geography.ts'
import { type Random, randomFrom } from '../geography/random.ts'
import { residents } from '../people/load.ts'
import type { Staff } from '../people/staff.ts'
import { keepAll } from '../registers.ts'
import { type Course, courses } from './courses.ts'
import { factsIn } from './facts.ts'
import { errandItems } from './items.ts'
import { drawings } from './signature.ts'

/** How many were done before the product was there, over so many days. */
const recorded = { count: 5120, days: 900 }

interface Told {
  place: Geography
  staff: readonly Staff[]
  seed: number
  /** Where photos are kept; without it they are named only. */
  store?: Store | undefined
}

/** Keeps the catalogue of errands of the demo district, what was done in the past years, and some in every state. Gives how many errands. */
export async function loadErrands(house: House, told: Told): Promise<number> {
  const district = told.place.district.code
  await keepAll(house, district, servedErrandItems, errandItems)
  const photos = told.store
    ? await keepDrawn({ ...house, store: told.store }, district, drawings, house.clock())
    : drawings.map(() => newId())
  return within(house.database, { as: 'owner', district }, async (connection) => {
    const history = historian(house, { ...errands, facts: factsIn(told.place) }, await calendarOf(connection, district))
    const send = (name: string, id: string, input: object, actor: Actor, at: Temporal.Instant) => {
      const outcome = history.send({ name, id, input, actor, at })
      if (isRefusal(outcome)) throw new Error(`${name} of an errand: ${outcome.because.en}`)
      return outcome
    }
    const random = randomFrom(told.seed + 31)
    tellPast(house.clock(), told, random, send)
    for (const [index, course] of courses.entries()) tellCourse(house.clock(), { ...told, photos }, random, send, course, index)
    return (await history.write(connection)).items
  })
}

type Send = (name: string, id: string, input: object, actor: Actor, at: Temporal.Instant) => unknown

/** What was done before, as the communities recorded it. */
function tellPast(now: Temporal.Instant, { place, staff }: Told, random: Random, send: Send) {
  const at = whoIsAt(staff, place.district.code, random)
  const communities = place.units.filter(({ kind }) => kind === 'community')
  const secretaries = new Map(communities.map(({ code }) => [code, at({ role: 'communitySecretary', unit: code }, now)]))
  const staffed = communities.filter(({ code }) => secretaries.get(code))
  for (let index = 0; index < recorded.count; index += 1) {
    const { code: unit } = random.pick(staffed)
    const on = dayOf(now.subtract({ hours: 24 * random.whole(90, recorded.days) }))
    const by = secretaries.get(unit)
    const written = now.subtract({ hours: 24 * 89 })
    if (by) send('record', newId(written.epochMilliseconds), { item: random.pick(errandItems).code, unit, on }, by, written)
  }
}

/** One errand in the product, as far as it has come. */
function tellCourse(
  now: Temporal.Instant,
  { place, staff, photos }: Told & { photos: readonly string[] },
  random: Random,
  send: Send,
  course: Course,
  index: number,
) {
  const district = place.district.code
  const at = whoIsAt(staff, district, random)
  const estates = place.units.filter(
    ({ kind, code, community }) =>
      kind === 'estate' && community !== undefined && ((index > 4 && !course.filed) || code === course.estate),
  )
  const estate = random.pick(estates)
  const resident = residentOf(district, index < 5 ? 'resident' : random.pick(residents.slice(1)))
  const helper = { role: 'communitySecretary', unit: estate.community ?? '' } as const
  const began = now.subtract({ minutes: course.steps.length * 45 + course.hours * 60 })
  const id = newId(began.epochMilliseconds)
  const worker = at(helper, began)
  if (!worker) return
  const asked = { item: course.item, unit: estate.code, atHome: index % 3 === 0, note: course.note }
  if (course.filed) send('file', id, { ...asked, ...course.filed }, worker, began)
  else send('request', id, asked, resident, began)
  for (const [step, { by, name, input, shows }] of course.steps.entries())
    send(
      name,
      id,
      name === 'assign' ? { helper } : { ...input, ...(shows !== undefined && { photo: photos[shows] }) },
      by === 'resident' ? resident : worker,
      began.add({ minutes: 45 * (step + 1) }),
    )
}
