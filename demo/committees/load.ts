import { meetings, tasks } from '#capabilities/committees/capability.ts'
import type { Committee } from '#capabilities/committees/contract/entries.ts'
import { servedCommitteeKinds, servedCommittees } from '#capabilities/committees/store/served.ts'
import { newId } from '#kernel/database/ids.ts'
import { within } from '#kernel/database/within.ts'
import { historian } from '#kernel/flow/bulk.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { calendarOf } from '#kernel/time/store.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Geography } from '../geography/geography.ts'
import type { Staff } from '../people/staff.ts'
import { keepAll } from '../registers.ts'
import { committeeKinds, committeesOf } from './committees.ts'
import { storyOf } from './story.ts'

interface Given {
  place: Geography
  staff: readonly Staff[]
  seed: number
}

/** Keeps the committees of the demo district with their meetings and tasks. Gives how many committees, meetings and tasks. */
export async function loadCommittees(house: House, { place, staff, seed }: Given): Promise<number> {
  const district = place.district.code
  const committees = committeesOf(place, staff, dayOf(house.clock()), seed)
  await keepAll(house, district, servedCommitteeKinds, committeeKinds)
  const kept = await keepAll(house, district, servedCommittees, committees)
  return kept + (await tellMeetings(house, committees, { place, staff, seed }))
}

/** Tells what the governance committees met about, and what came of it, by the same decisions as at any desk. */
async function tellMeetings(house: House, committees: readonly Committee[], { place, staff }: Given): Promise<number> {
  const district = place.district.code
  const units = new Map(place.units.map(({ code, name, kind }) => [code, { code, name, kind }]))
  return within(house.database, { as: 'owner', district }, async (connection) => {
    const calendar = await calendarOf(connection, district)
    const since = house.clock().subtract({ hours: 24 * 3 })
    const known = new Map(committees.map((committee) => [committee.code, committee]))
    const met = historian(
      house,
      {
        ...meetings,
        facts: ({ item, sent }) => ({
          committee: known.get('committee' in item ? item.committee : (Object(sent?.input).committee ?? '')),
          ...{ meetsThatDay: false, corrected: undefined },
        }),
      },
      calendar,
      since,
    )
    const given = historian(
      house,
      {
        ...tasks,
        facts: ({ sent }) => {
          const { meeting, holder }: { meeting?: string; holder?: string } = Object(sent?.input)
          return { meeting: met.find(meeting ?? ''), unit: units.get(holder ?? '') }
        },
      },
      calendar,
      since,
    )
    for (const committee of committees.filter(({ sort }) => sort === 'governance'))
      for (const { flow, ...command } of storyOf(committee, { place, staff, now: house.clock(), newId })) {
        const outcome = (flow === 'meeting' ? met : given).send(command)
        if (isRefusal(outcome)) throw new Error(`${command.name} of ${committee.code}: ${outcome.because.en}`)
      }
    const written = [await met.write(connection), await given.write(connection)]
    return written.reduce((sum, { items }) => sum + items, 0)
  })
}
