import type { Branch } from '#capabilities/branches/contract/branch.ts'
import { keepMembers } from '#capabilities/branches/store/members.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { randomFrom } from '../geography/random.ts'
import { personName } from '../people/names.ts'
import { meetingPlace } from '../personas.ts'

/** How many members each branch has in the demo. */
const each = 12

/** Keeps members of the branches of the community where the personas meet, as its sheet would bring them. */
export async function keepOnBooks(house: House, district: string, branches: readonly Branch[], seed: number): Promise<void> {
  const random = randomFrom(seed + 61)
  const now = house.clock()
  const { community } = meetingPlace
  const added = branches
    .filter((branch) => branch.community === community)
    .flatMap(({ code }) =>
      Array.from({ length: each }, (_, index) => ({
        ...{ row: index + 2, branch: code, name: personName(random), system: '全国党员管理信息系统' },
        ...{ number: `${code}-${index + 1}`, asOf: dayOf(now) },
      })),
    )
  await within(house.database, { as: 'owner', district }, (connection) =>
    keepMembers(connection, house.ring, { district, community, now }, { added, changed: [], unchanged: [], gone: [] }),
  )
}
