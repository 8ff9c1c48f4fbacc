import { those } from '#kernel/flow/parties.ts'
import { type Actor, holds, type Post } from '#kernel/people/actor.ts'
import { administrators } from '#kernel/people/roles.ts'
import type { Case } from './contract/item.ts'
import { hasInHand } from './inHand.ts'

export { anyone, theTimer } from '#kernel/flow/parties.ts'

const isAtUnit = (actor: Actor, unit: string | undefined) =>
  unit !== undefined &&
  actor.unit === unit &&
  ['clerk', 'unitLeader', 'propertyManager', 'streetDesk', 'communitySecretary'].includes(actor.role)

/** Whoever is at the post that has it; for whoever is on duty, also the desk of their street. */
export const holder = those<Case>('承办岗位', 'its holder', (actor, item) => 'holder' in item && hasInHand(actor, item.holder))

/** The handling unit that leads: whoever takes cases in there, or their leader. */
export const lead = those<{ lead: string }>('主办单位', 'the lead unit', (actor, item) => isAtUnit(actor, item.lead))

/** A unit that assists, for its own part. */
export const assistant = those<Case>('协办单位', 'an assisting unit', (actor, item) =>
  item.parts.some((part) => part.state !== 'relieved' && holds(actor, part.holder)),
)

export const dispatcher = those<unknown>('派单员', 'the dispatcher', (actor) => actor.role === 'dispatcher')
export const supervisor = those<unknown>('督办员', 'the supervisor', (actor) => actor.role === 'supervisor')
export const leader = those<unknown>('区领导', 'a district leader', (actor) => actor.role === 'leader')

export const reporter = those<Case>('报单人', 'the reporter', (actor, item) => actor.id === item.reporter)
export const reporterOrFollower = those<Case>('报单人或附议人', 'the reporter or a follower', (actor, item) =>
  [item.reporter, ...item.followers].includes(actor.id),
)
/** A resident who joined what staff found, or whose report was merged into it: nobody else wants it done. */
export const followerOfAFind = those<Case>(
  '附议巡查发现的居民',
  'a resident who joined what staff found',
  (actor, item) => item.staffReported && item.followers.includes(actor.id),
)
export const resident = those<unknown>('居民', 'a resident', (actor) => actor.role === 'resident')
export const worker = those<unknown>(
  '网格员或工作人员',
  'a worker',
  ({ role }) => !['resident', 'system', 'nobody'].includes(role) && !administrators.has(role),
)

/** Whoever leads the people of the place: the community's secretary, the street's desk. */
export const gridLeader = those<Case>(
  '网格长',
  'the grid leader',
  (actor, { place }) =>
    (actor.role === 'gridLeader' && (actor.unit === place.grid2 || actor.unit === place.grid1)) ||
    (actor.role === 'communitySecretary' && actor.unit === place.community),
)

/** The desk of a street where the case lies. */
export const streetDesk = those<Case>(
  '街道指挥员',
  'the street desk',
  (actor, { place }) => actor.role === 'streetDesk' && actor.unit === place.street,
)

/** A worker outside the chain, who calls back. */
export const caller = those<unknown>('回访员', 'a call-back officer', (actor) => actor.role === 'caller')

/** Who had a case until it was merged. */
export const hadIt = those<{ before: Post }>('并案前的承办岗位', 'who had it before', (actor, { before }) =>
  hasInHand(actor, before),
)

/** A unit that was called to a place. */
export const whistled = those<Case>('被吹哨单位', 'a unit that was called', (actor, item) =>
  item.whistles.some(({ units }) => actor.unit !== undefined && units.includes(actor.unit)),
)
