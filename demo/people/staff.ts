import type { PostRow } from '#kernel/people/posts.ts'
import type { Role } from '#kernel/people/roles.ts'
import type { GridRow } from '#kernel/place/rows.ts'
import type { Geography } from '../geography/geography.ts'
import { type Random, randomFrom } from '../geography/random.ts'
import { meetingPlace, personas } from '../personas.ts'
import { personName } from './names.ts'

/** A member of staff with their posts. The id is the name to sign in with. */
export interface Staff {
  id: string
  name: string
  posts: PostRow[]
}

type Seat = Pick<PostRow, 'role' | 'unit'> & Partial<Pick<PostRow, 'starts' | 'ends' | 'standInFor'>>

const since = '2000-01-01'

/** Everybody who works in the district, as of a day (`YYYY-MM-DD`): who is at which post. The same for the same seed and day. */
export function staffOf(place: Geography, today: string, seed = 1): Staff[] {
  const random = randomFrom(seed + 7)
  const hire = hiring(random)
  return [
    ...gridWorkers(place, hire, today),
    ...stewards(place, hire),
    ...place.grids
      .filter(({ kind }) => kind === 'dedicated')
      .map(({ code }, index) => hire('dedicated', index, [seat('gridWorker', code)])),
    ...communityStaff(place, hire),
    ...streetStaff(place, hire),
    ...unitStaff(place, hire),
    ...districtStaff(place.district.code, hire),
  ]
}

type Hire = (kind: string, index: number, seats: readonly Seat[], persona?: string) => Staff
const seat = (role: Role, unit: string): Seat => ({ role, unit })

/** Gives everybody a name and an id such as `grid-012`; a persona has the account and name that the demo promises. */
const hiring =
  (random: Random): Hire =>
  (kind, index, seats, persona) => {
    const drawn = personName(random)
    const known = personas.find(({ account }) => account === persona)
    const id = known?.account ?? `${kind}-${String(index + 1).padStart(3, '0')}`
    const posts = seats.map((one, number): PostRow => ({ id: `${id}.${number + 1}`, account: id, starts: since, ...one }))
    return { id, name: known?.name ?? drawn, posts }
  }

/** Full-time workers of level 2: some serve two grids, a few grids have none, and some are on leave with a neighbour standing in. */
function gridWorkers({ grids }: Geography, hire: Hire, today: string): Staff[] {
  const base = grids.filter(({ kind, level }) => kind === 'base' && level === 2)
  const isMeeting = ({ code }: GridRow) => code === meetingPlace.grid
  const isVacant = (grid: GridRow, index: number) => !isMeeting(grid) && index % 19 === 11
  const isShared = (grid: GridRow, index: number) =>
    !isMeeting(grid) && index % 13 === 6 && base[index - 1]?.community === grid.community && !isVacant(grid, index)
  const staff: Staff[] = []
  for (const [index, grid] of base.entries()) {
    if (isVacant(grid, index) || isShared(grid, index)) continue
    const next = base[index + 1]
    const second = next && isShared(next, index + 1) ? [seat('gridWorker', next.code)] : []
    staff.push(hire('grid', index, [seat('gridWorker', grid.code), ...second], isMeeting(grid) ? 'grid' : undefined))
  }
  const day = Temporal.PlainDate.from(today)
  const [from, to] = [day.subtract({ days: 3 }).toString(), day.add({ days: 5 }).toString()]
  for (const [index, worker] of staff.entries()) {
    const [own, ...more] = worker.posts
    const neighbour = staff[index + 1]
    if (index % 37 !== 9 || !own || !neighbour || more.length > 0 || worker.id === 'grid' || neighbour.id === 'grid') continue
    worker.posts = [
      { ...own, ends: from },
      { ...own, id: `${own.id}b`, starts: to },
    ]
    neighbour.posts.push({
      ...own,
      id: `${neighbour.id}.s`,
      account: neighbour.id,
      starts: from,
      ends: to,
      standInFor: worker.id,
    })
  }
  return staff
}

/** 楼栋长: unpaid, at three of five grids of level 3. */
const stewards = ({ grids }: Geography, hire: Hire): Staff[] =>
  grids
    .filter(({ level }) => level === 3)
    .flatMap(({ code }, index) => (index % 5 < 3 ? [hire('steward', index, [seat('steward', code)])] : []))

/** A secretary, who is grid leader of level 1, and workers of the community, who lead its grids of level 2 between them. */
function communityStaff({ units, grids }: Geography, hire: Hire): Staff[] {
  const communities = units.filter(({ kind }) => kind === 'community')
  return communities.flatMap(({ code }, index) => {
    const own = grids.filter(({ community, kind }) => community === code && kind === 'base')
    const first = own.filter(({ level }) => level === 1).map((grid) => seat('gridLeader', grid.code))
    const estates = own.filter(({ level }) => level === 2)
    const persona = code === meetingPlace.community ? 'community' : undefined
    const led = (worker: number) =>
      estates.filter((_, number) => number % 3 === worker).map((grid) => seat('gridLeader', grid.code))
    return [
      hire('community', index, [seat('communitySecretary', code), ...first], persona),
      ...[0, 1, 2].map((worker) => hire('worker', index * 3 + worker, [seat('communityWorker', code), ...led(worker)])),
    ]
  })
}

/** A desk, and three officers who take the nights in turn. */
const streetStaff = ({ units }: Geography, hire: Hire): Staff[] =>
  units
    .filter(({ kind }) => kind === 'street')
    .flatMap(({ code }, index) => [
      hire('street', index, [seat('streetDesk', code)], code === meetingPlace.street ? 'street' : undefined),
      ...[0, 1, 2].map((officer) => hire('duty', index * 3 + officer, [seat('dutyOfficer', code)])),
    ])

/** Two clerks and a leader at each bureau, station and utility; a manager at each property company. */
const unitStaff = ({ units }: Geography, hire: Hire): Staff[] =>
  units.flatMap(({ code, kind }, index) => {
    if (kind === 'propertyCompany')
      return [hire('property', index, [seat('propertyManager', code)], code === meetingPlace.property ? 'property' : undefined)]
    if (kind !== 'bureau' && kind !== 'station' && kind !== 'utility') return []
    return [
      hire(`${code}-clerk`, 0, [seat('clerk', code)], code === meetingPlace.bureau ? 'department' : undefined),
      hire(`${code}-clerk`, 1, [seat('clerk', code)]),
      hire(`${code}-leader`, 0, [seat('unitLeader', code)]),
    ]
  })

function districtStaff(district: string, hire: Hire): Staff[] {
  const several = (kind: string, role: Role, count: number, persona?: string) =>
    Array.from({ length: count }, (_, index) => hire(kind, index, [seat(role, district)], index === 0 ? persona : undefined))
  const admin = (['systemAdmin', 'securityAdmin', 'auditAdmin'] as const).map((role) => seat(role, district))
  return [
    ...several('dispatcher', 'dispatcher', 4, 'dispatcher'),
    ...several('caller', 'caller', 2),
    ...several('supervisor', 'supervisor', 2, 'supervisor'),
    ...several('leader', 'leader', 2, 'leader'),
    hire('admin', 0, admin, 'admin'),
  ]
}
