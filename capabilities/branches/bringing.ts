import type { EntryFlaw } from '#kernel/register/define.ts'
import { flaw, withoutNumbers } from '#kernel/register/flaws.ts'
import type { MemberIn } from './memberSheet.ts'

/** A member as they stand, with their name opened. */
export interface StandingMember {
  id: string
  branch: string
  name: string
  system: string
  number: string
  asOf: string
}

/** What a sheet is held against: the branches of one's community, who stands, by `keyOf`, and what day it is. */
export interface BeforeSheet {
  branches: ReadonlySet<string>
  standing: ReadonlyMap<string, StandingMember>
  day: string
}

/** What a sheet comes to: who is new, who is again as they were, who is replaced, and who is gone. */
export interface Brought {
  added: MemberIn[]
  changed: { member: MemberIn; instead: string }[]
  unchanged: { member: MemberIn; id: string }[]
  gone: string[]
}

/** By what a member is known again: their number in the system that has them. */
const keyOf = ({ system, number }: { system: string; number: string }) => `${system}\n${number}`

/** Who stands, by what they are known again. */
export const byKey = (standing: readonly StandingMember[]): ReadonlyMap<string, StandingMember> =>
  new Map(standing.map((one) => [keyOf(one), one]))

/** What is wrong with a row of a sheet of members. */
export function memberFlaws(
  member: MemberIn,
  { branches, standing, day }: BeforeSheet,
  firstRow: number | undefined,
): EntryFlaw[] {
  const before = standing.get(keyOf(member))
  return [
    ...(branches.has(member.branch)
      ? []
      : [flaw('branch', `本社区没有“${member.branch}”这个党支部`, `your community has no branch "${member.branch}"`)]),
    ...withoutNumbers({ name: member.name }),
    ...(/^\d{17}[\dXx]$/.test(member.number)
      ? [flaw('number', '不要用身份证号作编号', 'an identity number is no number of a system')]
      : []),
    ...(member.asOf > day ? [flaw('asOf', '不能晚于今天', 'cannot be later than today')] : []),
    ...(before && before.asOf > member.asOf
      ? [flaw('asOf', `现有的是 ${before.asOf} 的，比这份新`, `what is here is of ${before.asOf}, which is newer`)]
      : []),
    ...(firstRow === undefined ? [] : [flaw('number', `与第 ${firstRow} 行是同一个人`, `is who stands in row ${firstRow}`)]),
  ]
}

/** What a sheet without flaws comes to: it has the whole of each branch that it names, so that whoever is not in it is a member no longer. */
export function broughtBy(members: readonly MemberIn[], standing: readonly StandingMember[]): Brought {
  const before = byKey(standing)
  const [named, there] = [new Set(members.map(({ branch }) => branch)), new Set(members.map(keyOf))]
  const brought: Brought = {
    ...{ added: [], changed: [], unchanged: [] },
    gone: standing.filter((one) => named.has(one.branch) && !there.has(keyOf(one))).map(({ id }) => id),
  }
  for (const member of members) {
    const was = before.get(keyOf(member))
    if (!was) brought.added.push(member)
    else if (was.name === member.name && was.branch === member.branch) brought.unchanged.push({ member, id: was.id })
    else brought.changed.push({ member, instead: was.id })
  }
  return brought
}
