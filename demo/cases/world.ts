import { codeGoesPastStaff } from '#capabilities/cases/callersCode.ts'
import type { GivenPlace } from '#capabilities/cases/contract/inputs.ts'
import type { Case } from '#capabilities/cases/contract/item.ts'
import type { Place } from '#capabilities/cases/contract/terms.ts'
import type { CaseFacts, Rulebook } from '#capabilities/cases/rulebook.ts'
import { findPlace } from '#capabilities/cases/store/place.ts'
import type { Suggester } from '#capabilities/cases/suggesting.ts'
import type { Connection } from '#kernel/database/open.ts'
import type { Question } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { Actor, Post } from '#kernel/people/actor.ts'
import { type Calendar, isOfficeHours } from '#kernel/time/calendar.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Geography } from '../geography/geography.ts'
import type { Random } from '../geography/random.ts'
import type { Staff } from '../people/staff.ts'
import { meetingPlace } from '../personas.ts'

/** A place where cases of the demo happen, found as a report would find it. */
export interface Site {
  given: GivenPlace
  place: Place
  /** What people there call the house. */
  building: string
}

/** Everything that the demo's past is told from. */
export interface World {
  district: string
  now: Temporal.Instant
  calendar: Calendar
  rules: Rulebook
  suggester: Suggester
  random: Random
  sites: readonly Site[]
  /** The station of the personas' estate, which residents say something of. */
  station: { code: string; name: string; keeper: string; site: Site }
  /** Photos before and after, by id; none where no store was given. */
  photos: readonly string[]
  /** Whoever was at a post at a moment; `not` is somebody who must not be it. */
  at: (post: Post, when: Temporal.Instant, not?: string) => Actor | undefined
}

/** Who was at which post when, from the posts of the staff. */
export function whoIsAt(staff: readonly Staff[], district: string, random: Random): World['at'] {
  const seats = staff.flatMap(({ id, name, posts }) =>
    posts.map(({ role, unit, starts, ends }) => ({ id, name, role, unit, starts, ends })),
  )
  const byPost = Map.groupBy(seats, ({ role, unit }) => `${role}@${unit}`)
  return ({ role, unit }, when, not) => {
    const day = dayOf(when)
    const there = (byPost.get(`${role}@${unit}`) ?? []).filter(
      ({ id, starts, ends }) => id !== not && starts <= day && (ends === undefined || ends > day),
    )
    if (there.length === 0) return undefined
    // The first of several does most of it, so that each persona has a past.
    const { id, name } = random.next() < 0.5 ? (there[0] ?? random.pick(there)) : random.pick(there)
    return { district, id, name, role, unit }
  }
}

/** Finds places all over the district, as reports find them: houses by their code, spots by a point beside one. */
export async function findSites(
  connection: Connection,
  { district, units }: Geography,
  random: Random,
  { day, most }: { day: string; most: number },
): Promise<Site[]> {
  const buildings = units.filter(({ kind }) => kind === 'building')
  const here = buildings.filter(({ parent }) => parent === meetingPlace.estate)
  const chosen = [...here, ...Array.from({ length: most }, () => random.pick(buildings))]
  const sites: Site[] = []
  for (const { code, name, point } of chosen) {
    const spot =
      random.next() < 0.35 && point
        ? { longitude: point[0] + 2e-5, latitude: point[1] + 2e-5, system: 'wgs84' as const }
        : undefined
    const given: GivenPlace = spot ? { point: spot } : { code }
    const place = await findPlace(connection, district.code, given, day)
    if (!isRefusal(place)) sites.push({ given, place, building: name })
  }
  return sites
}

/** What decisions of the past need to know, without asking the database. */
export function factsOf({ rules, suggester, sites, station }: Pick<World, 'rules' | 'suggester' | 'sites' | 'station'>) {
  const found = new Map([...sites, station.site].map(({ given, place }) => [JSON.stringify(given), place]))
  return (question: Question<Case>): CaseFacts => {
    const { now, calendar, sent } = question
    const facts = {
      rules,
      codePastStaff: codeGoesPastStaff(question),
      officeHours: isOfficeHours(calendar, now),
      number: sent?.prepared ?? '',
      gistOf: (words: string) => suggester(rules, words)?.gist ?? [],
      // One in ten as well, but the same wherever the demo is made.
      drawn: question.item.state !== 'new' && question.item.number.endsWith('0'),
    }
    const { input } = sent ?? {}
    if (sent?.name !== 'report' || typeof input !== 'object' || input === null || !('place' in input)) return facts
    const located = found.get(JSON.stringify(input.place))
    const words = sent.found.find(({ field }) => field === 'words')?.value
    const regarded = 'regards' in input ? { name: station.name, keeper: station.keeper } : undefined
    return {
      ...facts,
      ...(regarded && { regarded }),
      ...(located && { located }),
      ...(words !== undefined && { suggested: suggester(rules, words) }),
    }
  }
}
