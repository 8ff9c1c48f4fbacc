import type { Connection } from '#kernel/database/open.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { note } from '#kernel/people/admin/trail.ts'
import { lockRules } from '#kernel/place/rules.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { broughtBy, byKey, memberFlaws } from '../bringing.ts'
import type { MembersReport } from '../contract/member.ts'
import type { membersIn } from '../memberSheet.ts'
import { keepMembers, standingMembers } from './members.ts'

/** As many are listed: more are read by nobody, and say the same. */
const listed = 200

interface Bringing {
  actor: Actor
  community: string
  /** The branches of that community. */
  branches: ReadonlySet<string>
  now: Temporal.Instant
  sheet: ReturnType<typeof membersIn>
  /** Looks only, and writes nothing. */
  looking: boolean
}

/** Holds a sheet of members against what stands, and writes it if nothing is wrong with it. Sent twice, the second changes nothing. */
export async function bringMembers(
  connection: Connection,
  ring: Keyring,
  { actor, community, branches, now, sheet, looking }: Bringing,
): Promise<MembersReport> {
  const { district } = actor
  await lockRules(connection, district)
  const { members, notices, noteOn } = sheet
  const named = [...new Set(members.map(({ branch }) => branch))].filter((branch) => branches.has(branch))
  const standing = await standingMembers(connection, ring, district, { members, community, branches: named })
  const before = { branches, standing: byKey(standing), day: dayOf(now) }
  const rows = new Map<string, number>()
  const problems = [...sheet.problems]
  for (const member of members) {
    const key = JSON.stringify([member.system, member.number])
    const flaws = memberFlaws(member, before, rows.get(key))
    problems.push(...flaws.map(({ field, because }) => noteOn(member.row, field, because)))
    if (!rows.has(key)) rows.set(key, member.row)
  }
  const brought = broughtBy(members, standing)
  const written = !looking && problems.length === 0
  const count = {
    ...{ added: brought.added.length, changed: brought.changed.length },
    ...{ unchanged: brought.unchanged.length, gone: brought.gone.length },
  }
  if (written) {
    await keepMembers(connection, ring, { district, community, now }, brought)
    await note(connection, actor, now, { what: 'members brought', subject: community, told: { branches: named, ...count } })
  }
  return {
    ...{ written, ...count, notices: notices.slice(0, listed) },
    problems: problems.toSorted((one, other) => one.row - other.row).slice(0, listed),
    found: { notices: notices.length, problems: problems.length },
  }
}
