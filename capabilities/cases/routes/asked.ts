import { type Static, Type } from 'typebox'
import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import { Instant } from '#kernel/moments.ts'
import type { Actor } from '#kernel/people/actor.ts'
import type { Role } from '#kernel/people/roles.ts'
import type { Cases } from '../capability.ts'
import { asks, haps } from '../columns.ts'
import type { Rulebook } from '../rulebook.ts'
import { searchTerms } from '../search/terms.ts'
import { groups, mayLack } from '../store/conditions.ts'
import { Counts, countedBy } from '../store/counted.ts'
import type { CaseFilter } from '../store/lists.ts'

const nothingToFind = refusal(
  'badInput',
  '搜索内容里要有汉字、字母或数字',
  'a search needs a Chinese character, a letter or a digit: type one',
)

const Code = Type.Optional(Type.String({ maxLength: 60 }))
/** What a list of cases can be asked for, in its address. */
export const Filter = Type.Object(
  {
    scope: Type.Optional(Type.Enum(['queue', 'mine', 'assisting', 'all'])),
    state: Type.Optional(Type.String({ maxLength: 200, description: 'one or several, with commas between' })),
    ...{ category: Code, group: Code, lead: Code, street: Code, community: Code, number: Code, station: Code },
    urgency: Type.Optional(Type.Enum(['ordinary', 'urgent'])),
    lacks: Type.Optional(
      Type.Enum([...mayLack], { description: 'which has none: no unit leads it, or it lies in no community' }),
    ),
    but: Type.Optional(
      Type.String({
        ...{ pattern: `^(${groups.join('|')}):[^,:]+(,[^,:]+)*$`, maxLength: 300 },
        description: 'all but of these, as `street:north,south`; `-` is what has none',
      }),
    ),
    asked: Type.Optional(Type.Enum([...asks], { description: 'asked for by the lead, and not answered yet' })),
    had: Type.Optional(Type.Enum([...haps], { description: 'which was returned, or whose limit was extended, at some time' })),
    over: Type.Optional(Type.Boolean()),
    soon: Type.Optional(Type.Boolean({ description: 'past the early warning of its limit, and not over' })),
    q: Type.Optional(
      Type.String({
        minLength: 1,
        maxLength: 100,
        description: 'words that must all stand in what you may read of the case, each as typed; spaces part them',
      }),
    ),
    from: Type.Optional(Instant),
    to: Type.Optional(Instant),
    counts: Type.Optional(
      Type.String({ ...Counts, description: 'which a figure of this window counts, as `responseRate.short`' }),
    ),
    sort: Type.Optional(Type.Enum(['due', 'newest'])),
  },
  { additionalProperties: false },
)
export type Filter = Static<typeof Filter>

/** Who may know what was drawn to be called back about: nobody who could have handled it. */
const knowsTheDraw: ReadonlySet<Role> = new Set(['caller', 'dispatcher', 'supervisor', 'leader'])
const notYours = refusal(
  'notYou',
  '待回访的只给回访、指挥、督办和区领导看',
  'what is to be called back is for callers, dispatchers, supervisors and leaders',
)

const notCounted = refusal(
  'badInput',
  '按指标列事项须有起止时间，不能同时搜索词语；也可能没有这个指标，请从总览重新打开',
  'a figure’s cases are listed for a window and without words; or there is no such figure: open it from the overview again',
)

/** What was asked for as the store takes it, or why it finds nothing. */
export function filterOf(
  { scope = 'all', state, over, soon, q, group, but, from, to, counts, sort: _, ...equal }: Filter,
  { told }: Pick<Cases, 'told'>,
  { rules, now, actor: { district, role } }: { rules: Rulebook; now: Temporal.Instant; actor: Pick<Actor, 'district' | 'role'> },
): CaseFilter | Refusal {
  if (equal.asked === 'callBack' && !knowsTheDraw.has(role)) return notYours
  const counted = counts === undefined ? undefined : countedBy(district, counts, now)
  if (counts !== undefined && (q !== undefined || from === undefined || to === undefined || !counted)) return notCounted
  const words = q === undefined ? undefined : searchTerms(told, rules, q)
  if (words?.length === 0) return nothingToFind
  const categories = [...rules.categories.values()].filter(({ parent }) => parent === group).map(({ code }) => code)
  return {
    ...{ scope, ...equal },
    ...(but !== undefined && { but: butOf(but) }),
    ...(state !== undefined && { states: state.split(',') }),
    ...(over && { overAt: now }),
    ...(soon && { soonAt: now }),
    // Whom nobody reached in time is not called any more.
    ...(equal.asked === 'callBack' && { callableAt: now }),
    ...(from !== undefined && { reportedFrom: Temporal.Instant.from(from) }),
    ...(to !== undefined && { reportedTo: Temporal.Instant.from(to) }),
    ...(words && { words }),
    ...(group !== undefined && { categories }),
    ...(counted && { counted }),
  }
}

/** All but some of a group, as it stands in an address. */
function butOf(but: string): NonNullable<CaseFilter['but']> {
  const [name, codes = ''] = but.split(':')
  return { of: groups.find((one) => one === name) ?? 'lead', codes: codes.split(',') }
}
