import { refusal } from '#kernel/flow/refusal.ts'
import type { Actor } from '#kernel/people/actor.ts'
import type { Role } from '#kernel/people/roles.ts'
import { ownColumns } from '#kernel/register/own.ts'

/** Who reads the register of branches, what is looked after at each, and how many declared: whoever tends a place, and the district. */
export const tenders: readonly Role[] = [
  ...(['communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer'] as const),
  ...(['dispatcher', 'caller', 'supervisor', 'leader'] as const),
]

/** Whoever has a post at a place asks for their own. */
export function ownOf({ role, unit }: Actor): { community?: string; street?: string } {
  const own = ownColumns[role]
  return own && unit !== undefined ? { [own]: unit } : {}
}

/** Why nobody else reads it. */
export const notTheirs = refusal(
  'notYou',
  '只有社区、街道和区级岗位可以查看',
  'only posts of the community, the street and the district see this',
)
