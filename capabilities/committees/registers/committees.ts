import { mayBeAt } from '#kernel/people/contract.ts'
import { roles } from '#kernel/people/roles.ts'
import type { UnitKind } from '#kernel/place/kinds.ts'
import { defineRegister, type EntryFlaw } from '#kernel/register/define.ts'
import { flaw, withoutNumbers } from '#kernel/register/flaws.ts'
import { Committee, type Member } from '../contract/entries.ts'
import { sorts } from '../contract/kinds.ts'
import { memberFlaws } from '../members.ts'
import { committeeFields } from './fields.ts'
import { readers } from './readers.ts'

/** What the rules about committees need to know of a district: its units and grids, the kinds of special committee, and what day it is. */
export interface CommitteeFacts {
  units: ReadonlyMap<string, { kind: UnitKind }>
  grids: ReadonlySet<string>
  kinds: ReadonlySet<string>
  day: string
}

/** The governance committees of the streets and development centres, and the special ones under them. */
export const committeeRegister = defineRegister<typeof Committee, CommitteeFacts>({
  name: 'committees',
  label: { zh: '治理委员会', en: 'governance committees' },
  path: 'committees',
  keptIn: { schema: 'committees', table: 'committees', key: 'code', entry: 'committee' },
  entry: Committee,
  fields: committeeFields,
  key: ({ code }) => code,
  // A street is looked at and counted by its own column; a committee is of no community.
  columns: ({ sort, kind, unit }) => ({ sort, kind: kind ?? '', street: unit, community: '' }),
  filters: ['sort', 'kind', 'street'],
  searched: ['name'],
  mayRead: readers,
  mayEdit: ['streetDesk', 'systemAdmin'],
  belongsTo: 'unit',
  check: (committee, { entries, facts }) => [
    ...placed(committee, entries, facts),
    ...(committee.setUpOn > facts.day ? [flaw('setUpOn', '不能晚于今天', 'cannot be later than today')] : []),
    ...(committee.sort === 'special' ? under(committee, entries, facts) : []),
    ...memberFlaws(committee),
    ...committee.members.flatMap(({ organisation }, index) =>
      withoutNumbers({ [`members.${index}.organisation`]: organisation }),
    ),
    ...committee.members.flatMap(({ unit }, index) =>
      unit === undefined || facts.units.has(unit)
        ? []
        : [flaw(`members.${index}.unit`, `本区没有“${unit}”这个单位`, `the district has no unit "${unit}"`)],
    ),
    ...committee.members.flatMap((member, index) => postFlaws(member, `members.${index}.post`, facts)),
  ],
})

/** What is wrong with the post of somebody who sits there today or will: what was before stays as it was. */
function postFlaws({ post, until }: Member, at: string, { units, grids, day }: CommitteeFacts): EntryFlaw[] {
  if (!post || (until !== undefined && until < day)) return []
  const kind = grids.has(post.unit) ? 'grid' : units.get(post.unit)?.kind
  if (!kind)
    return [flaw(`${at}.unit`, `本区没有“${post.unit}”这个单位或网格`, `the district has no unit or grid "${post.unit}"`)]
  const { zh, en } = roles[post.role]
  // A duty officer is put there by a roster, and not given the post.
  return mayBeAt(post.role, kind) || (post.role === 'dutyOfficer' && kind === 'street')
    ? []
    : [flaw(`${at}.role`, `${zh}不能设在“${post.unit}”，请另选岗位`, `a ${en} cannot be at "${post.unit}": choose another post`)]
}

/** Where it is, and whether a governance committee is there already. */
function placed(
  { code, sort, unit, parent, kind }: Committee,
  entries: ReadonlyMap<string, Committee>,
  { units }: CommitteeFacts,
): EntryFlaw[] {
  if (units.get(unit)?.kind !== 'street')
    return [flaw('unit', `本区没有“${unit}”这个街道或发展中心`, `the district has no street or centre "${unit}"`)]
  if (sort === 'special') return []
  const other = [...entries.values()].find((one) => one.code !== code && one.sort === sort && one.unit === unit)
  return [
    ...(other
      ? [flaw('unit', `这里已有${sorts.governance.zh}“${other.code}”`, `has the governance committee "${other.code}" already`)]
      : []),
    ...(parent === undefined ? [] : [flaw('parent', '治理委员会没有上级委员会', 'a governance committee is under none')]),
    ...(kind === undefined ? [] : [flaw('kind', '治理委员会没有专项类别', 'a governance committee is of no special kind')]),
  ]
}

/** What is wrong with what a special committee is under, and of which kind it is. */
function under(
  { code, unit, parent, kind }: Committee,
  entries: ReadonlyMap<string, Committee>,
  { kinds }: CommitteeFacts,
): EntryFlaw[] {
  const above = parent === undefined ? undefined : entries.get(parent)
  const twin = [...entries.values()].find((one) => one.code !== code && one.parent === parent && one.kind === kind)
  return [
    ...(above?.sort === 'governance' && above.unit === unit
      ? []
      : [flaw('parent', '请填同一街道的治理委员会', 'is to be the governance committee of the same unit')]),
    ...(kind !== undefined && kinds.has(kind) ? [] : [flaw('kind', '请填在用的专项类别', 'is to be a kind that is in use')]),
    ...(twin && kind !== undefined && parent !== undefined
      ? [flaw('kind', `上级委员会下已有这一类：“${twin.code}”`, `is the kind of "${twin.code}" under the same committee`)]
      : []),
  ]
}
