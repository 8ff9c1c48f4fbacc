import type { EntryFlaw } from '#kernel/register/define.ts'
import { flaw, withoutNumbers } from '#kernel/register/flaws.ts'
import type { Branch } from './contract/branch.ts'

/** A unit as the rules about branches know it. */
export interface KnownUnit {
  name: string
  kind: string
  parent?: string
  community?: string
  street?: string
}

/** What the rules about branches need to know of a district: its units that stand, and what day it is. */
export interface BranchFacts {
  units: ReadonlyMap<string, KnownUnit>
  day: string
}

type Others = ReadonlyMap<string, Branch>

/** All that is wrong with a branch among the others. */
export const flawsOf = (branch: Branch, others: Others, facts: BranchFacts): EntryFlaw[] => [
  ...placed(branch, facts),
  ...formed(branch),
  ...covered(branch, others, facts),
  ...called(branch, others),
  ...dated(branch, facts),
]

/** Its community, its estates in that, and the buildings of its groups and households in those. */
function placed({ community, estates, groups, households }: Branch, { units }: BranchFacts): EntryFlaw[] {
  const where = units.get(community)
  if (where?.kind !== 'community')
    return [flaw('community', `本区没有“${community}”这个社区`, `the district has no community "${community}"`)]
  const strange = (field: string, code: string, fits: boolean, zh: string, en: string) =>
    fits ? [] : [flaw(field, `“${code}”${zh}`, `"${code}" ${en}`)]
  const inEstates = (field: string, code: string) => {
    const unit = units.get(code)
    const fits = unit?.kind === 'building' && unit.parent !== undefined && estates.includes(unit.parent)
    return strange(field, code, fits, '不是所覆盖小区里的楼栋', 'is no building of its estates')
  }
  return [
    ...estates.flatMap((code, index) => {
      const unit = units.get(code)
      const fits = unit?.kind === 'estate' && unit.community === community
      return strange(`estates.${index}`, code, fits, `不是${where.name}的小区`, `is no estate of ${where.name}`)
    }),
    ...groups.flatMap(({ buildings }, index) => buildings.flatMap((code) => inEstates(`groups.${index}.buildings`, code))),
    ...households.flatMap(({ building }, index) => inEstates(`households.${index}.building`, building)),
  ]
}

function formed({ kind, estates, organisations = [] }: Branch): EntryFlaw[] {
  if (kind === 'joint')
    return estates.length > 1 || organisations.length > 1
      ? []
      : [
          flaw(
            'estates',
            '联建支部要覆盖两个以上小区，或写明两个以上联建单位',
            'a joint branch covers several estates, or names several organisations',
          ),
        ]
  return [
    ...(estates.length === 1 ? [] : [flaw('estates', '单建支部只覆盖一个小区', 'a branch on its own covers one estate')]),
    ...(organisations.length === 0
      ? []
      : [flaw('organisations', '单建支部没有联建单位', 'a branch on its own is set up by nobody else')]),
  ]
}

/** An estate is covered by one branch at a time: what is refused names the other. */
function covered({ code, estates }: Branch, others: Others, { units }: BranchFacts): EntryFlaw[] {
  return [...others.values()].flatMap((other) =>
    other.code === code
      ? []
      : other.estates
          .filter((estate) => estates.includes(estate))
          .map((estate) => {
            const name = units.get(estate)?.name ?? estate
            return flaw('estates', `“${name}”已由“${other.name}”覆盖`, `"${name}" is covered by "${other.name}" already`)
          }),
  )
}

function called(branch: Branch, others: Others): EntryFlaw[] {
  const { code, name, community, secretary, committee, groups, households } = branch
  const twin = [...others.values()].find((one) => one.code !== code && one.name === name && one.community === community)
  const people = {
    secretary,
    ...Object.fromEntries(committee.map((one, index) => [`committee.${index}.name`, one.name])),
    ...Object.fromEntries(groups.map(({ leader }, index) => [`groups.${index}.leader`, leader])),
    ...Object.fromEntries(households.map((one, index) => [`households.${index}.called`, one.called])),
  }
  return [
    ...(twin
      ? [flaw('name', `这个社区已有同名的“${twin.code}”`, `is the name of "${twin.code}" in this community already`)]
      : []),
    ...withoutNumbers(people),
  ]
}

function dated({ foundedOn, source }: Branch, { day }: BranchFacts): EntryFlaw[] {
  const ahead = (field: string, on: string | undefined) =>
    on !== undefined && on > day ? [flaw(field, '不能晚于今天', 'cannot be later than today')] : []
  return [...ahead('foundedOn', foundedOn), ...ahead('source.asOf', source?.asOf)]
}
