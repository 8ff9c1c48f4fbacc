import { sql } from 'kysely'
import { defineMetric, type Metric } from '#kernel/metric/define.ts'
import type { Countable } from '#kernel/metric/measure.ts'
import { countedEntries, entriesOf, standing } from '#kernel/register/counted.ts'
import { ownColumns } from '#kernel/register/own.ts'
import { type Words, words } from '#kernel/words.ts'
import { type Kind, type MemberKind, memberKinds } from './contract/kinds.ts'
import { branchRegister } from './register.ts'

const none = words('无', 'none')
const branches = countedEntries(branchRegister)

const branchesOf = (name: string, kind: Kind, label: Words) =>
  defineMetric({
    ...{ name, label, unit: words('个', 'branches'), kind: 'count', present: true },
    definition: {
      formula: words(`登记在册的${label.zh}数`, `${label.en} in the register`),
      window: words('此刻', 'now'),
      denominator: none,
    },
    measure: standing(name, branches, sql`e.kind = ${sql.lit(kind)}`),
    rows: (frame, group) => entriesOf(branchRegister, frame, group, { kind }),
  })

/** Declarations as figures count them: each person once, as what they first claimed an area. */
const declarations: Countable = {
  ...{ name: 'declarations', as: 'd', from: sql`declarations.declarations d`, read: sql`d.claimed_as, d.community, d.street` },
  ...{ district: sql`d.district`, at: sql`'-infinity'::timestamptz`, reach: sql`'all'` },
  columns: { unit: sql`d.community`, street: sql`d.street`, community: sql`d.community`, category: sql`'-'` },
  own: Object.fromEntries(Object.entries(ownColumns).map(([role, column]) => [role, [column]])),
  ...{ settled: sql`false`, unsettled: sql`true` },
}

const membersOf = (name: string, kind: MemberKind, roundedTo: number) =>
  defineMetric({
    ...{ name, label: memberKinds[kind], unit: words('名', 'members'), kind: 'count', present: true },
    ...{ roundedTo, aboutPeople: true },
    definition: {
      formula: words(
        `亮身份并认领过责任区的${memberKinds[kind].zh}人数；每人只算一次，放下或撤回也不减；本人要求删除资料的不再算`,
        `${memberKinds[kind].en}s who declared and claimed an area, each once; an end or withdrawal does not lower it, the erasure of their data does`,
      ),
      ...{ window: words('累计', 'all so far'), denominator: none },
    },
    measure: {
      ...{ name, of: declarations },
      rows: () => ({ where: sql`d.claimed_as = ${sql.lit(kind)}`, sums: { good: sql`1` } }),
    },
    rows: ({ actor, by, street, community }, group) => {
      const own = ownColumns[actor.role]
      const filter = {
        ...{ kind, ...(street !== undefined && { street }), ...(community !== undefined && { community }) },
        ...(own && actor.unit !== undefined && { [own]: actor.unit }),
        ...(group !== '' && (by === 'street' || by === 'community') && { [by]: group }),
      }
      return `/api/declarations?${new URLSearchParams(filter)}`
    },
  })

/** The figures of the branches, by the names that the work brief calls them. */
export const branchMetrics: readonly Metric[] = [
  branchesOf('soloBranches', 'solo', words('单建党支部', 'branches on their own')),
  branchesOf('jointBranches', 'joint', words('联建党支部', 'joint branches')),
  membersOf('employedMembers', 'employed', 10),
  membersOf('unpostedMembers', 'unposted', 100),
]
