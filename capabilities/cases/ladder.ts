import type { Limit } from '#kernel/flow/limits.ts'
import type { Post } from '#kernel/people/actor.ts'
import type { Role } from '#kernel/people/roles.ts'
import type { Case } from './contract/item.ts'
import { hiddenFrom } from './routing.ts'
import { dispatcherOf, type Rulebook, supervisorOf } from './rulebook.ts'

/** How high a role stands: what runs over is told upwards, never down. */
const height: Partial<Record<Role, number>> = {
  gridWorker: 0,
  gridLeader: 0,
  clerk: 0,
  propertyManager: 0,
  communityWorker: 1,
  communitySecretary: 1,
  unitLeader: 1,
  dutyOfficer: 2,
  streetDesk: 2,
  dispatcher: 3,
  supervisor: 4,
  leader: 5,
}

/** Whether a role keeps the limits of what it has, and hears of no others: the foot of the ladder. */
export const keepsOnlyItsOwn = (role: Role): boolean => height[role] === 0

/**
 * Who hears in turn that a limit runs over: whose it is to keep, then those above: grid worker → community → street → supervisor
 * → district, a unit's clerk → its leader → supervisor → district (`loop.md`). An answer that was asked for is the dispatcher's
 * to give. Never a post that the case is about, and of what is protected nobody who may not see it.
 */
export function ladderOf(item: Case, limit: Pick<Limit, 'step'>, rules: Pick<Rulebook, 'district'>): Post[] {
  const keeper = keeperOf(item, limit, rules)
  const { community, street } = item.place
  const ofUnit = keeper.role === 'clerk' || keeper.role === 'propertyManager' || keeper.role === 'unitLeader'
  const levels: Post[] = [
    ...(ofUnit
      ? [{ role: 'unitLeader' as const, unit: keeper.unit }]
      : [
          ...(community === undefined ? [] : [{ role: 'communitySecretary' as const, unit: community }]),
          ...(street === undefined ? [] : [{ role: 'streetDesk' as const, unit: street }]),
        ]),
    supervisorOf(rules),
    { role: 'leader', unit: rules.district },
  ]
  const stands = height[keeper.role] ?? 0
  const above = levels.filter(({ role }) => (height[role] ?? 0) > stands)
  const seeing = item.protected ? above.filter(({ role }) => role === 'supervisor') : above
  const hidden = hiddenFrom(item.place, item.about)
  return [keeper, ...seeing].filter(({ unit }) => !hidden.includes(unit))
}

/** Whose a limit is to keep: an assisting unit's part its own, an answer to what was asked the dispatcher's, else the holder's. */
function keeperOf(item: Case, { step }: Pick<Limit, 'step'>, rules: Pick<Rulebook, 'district'>): Post {
  if (step === 'extension') return dispatcherOf(rules)
  const [, unit] = step.split(':')
  const part = unit === undefined ? undefined : item.parts.find((one) => one.unit === unit)
  return part?.holder ?? ('holder' in item ? item.holder : dispatcherOf(rules))
}
