import type { Network } from '#capabilities/grids/contract/entries.ts'
import type { Carrier } from '#capabilities/grids/contract/kinds.ts'
import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import type { Actor } from '#kernel/people/actor.ts'
import type { Role } from '#kernel/people/roles.ts'
import { ownColumns } from '#kernel/register/own.ts'
import type { Due } from './contract.ts'
import { dueIn, keyOf } from './due.ts'

const overseers: readonly Role[] = ['dispatcher', 'supervisor', 'leader']
const departments: readonly Role[] = ['clerk', 'unitLeader']

/** How far somebody reads duties: which networks, and in which community or street; without one, in the whole district. */
export interface Reach {
  networks: readonly Network[]
  community?: string
  street?: string
}

/**
 * What a post reads of the duties of grids: a community and a street all networks where they are, who oversees the district all of it, and a
 * department, in the whole district, the networks that it leads.
 */
export function reachOf({ role, unit }: Pick<Actor, 'role' | 'unit'>, networks: readonly Network[]): Reach | Refusal {
  const own = ownColumns[role]
  if (own !== undefined && unit !== undefined) return { networks, [own]: unit }
  if (overseers.includes(role)) return { networks }
  if (!leads({ role })) return notYours
  const led = networks.filter(({ department }) => department !== undefined && department === unit)
  return led.length > 0 ? { networks: led } : leadsNone
}

/** Whether a post is one of a department, which may lead networks. */
export const leads = ({ role }: Pick<Actor, 'role'>): boolean => departments.includes(role)

const notYours = refusal(
  'notYou',
  '按条线看网格，是社区、街道、部门和区级岗位的事',
  'duties by network are for communities, streets, departments and posts of the district',
)
const leadsNone = refusal(
  'notYou',
  '您的单位没有牵头的网络；由系统管理员在“多网融合”里登记',
  'your unit leads no network: the administrator says which do, under networks',
)

/** When each service item of a network was last done in a grid: `last` by what names it. */
export type LastDone = ReadonlyMap<string, string>

/** What a network asks of a grid on a day, how much of it is due, and the last day on which any of it was done. */
export function dutiesIn(network: Network, carrier: Carrier, last: LastDone, today: string) {
  const duties: Due[] = dueIn([network], carrier, last, today)
  const days = [...last].filter(([key]) => key.startsWith(keyOf({ network: network.code, what: '' }))).map(([, day]) => day)
  const lastOn = days.toSorted().at(-1)
  return {
    ...{ duties, open: duties.filter(({ dueOn }) => dueOn !== undefined && dueOn <= today).length },
    ...(lastOn !== undefined && { lastOn }),
  }
}
