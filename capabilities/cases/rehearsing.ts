import { isDeepStrictEqual } from 'node:util'
import type { Post } from '#kernel/people/actor.ts'
import { roles } from '#kernel/people/roles.ts'
import { type Calendar, isOfficeHours } from '#kernel/time/calendar.ts'
import { moments } from '#kernel/time/limit.ts'
import { spanWords } from '#kernel/time/span.ts'
import { type Words, words } from '#kernel/words.ts'
import type { Category } from './catalogue/category.ts'
import { aboutOf } from './concerning.ts'
import type { Known } from './contract/item.ts'
import type { RehearsedStep, Told } from './contract/rehearsal.ts'
import { leadUnit } from './leading.ts'
import { spanOf } from './limits.ts'
import { accepting } from './routing.ts'
import { categoryWords, nameOf, type Rulebook } from './rulebook.ts'
import type { Suggester } from './suggesting.ts'

/** A case as it came in: what a rehearsal goes by. Its words are opened for it, and never told. */
export interface CameIn
  extends Pick<Known, 'id' | 'number' | 'category' | 'kind' | 'urgency' | 'place' | 'reportedAt' | 'reporter'> {
  words: string
}

/** The rules as they stand, and as they would be with a draft. */
export interface Rehearsed {
  before: Rulebook
  after: Rulebook
  calendar: Calendar
  suggester: Suggester
  /** Whether the draft has other words than the category that stands: without that no suggestion changes. */
  otherWords: boolean
}

/** How one case would have gone otherwise. */
export interface Otherwise {
  suggested?: Told
  lead?: Told
  accepting?: Told
  limits: { step: RehearsedStep; minutes: number; told: Told }[]
}

const steps = ['accept', 'solve', 'receive', 'contact', 'resolve'] as const satisfies readonly RehearsedStep[]

/**
 * How a case would have gone under other rules: by the rules that suggest, route and count limits for every report. Whoever went by
 * the suggestion then is taken to go by the other one. Limits are counted from the report on, so that they can be compared.
 */
export function otherwise(past: CameIn, { before, after, calendar, suggester, otherWords }: Rehearsed): Otherwise {
  const then = otherWords ? suggester(before, past.words)?.category : undefined
  const now = otherWords ? suggester(after, past.words)?.category : undefined
  const went = before.categories.get(past.category)
  const goes = after.categories.get(then !== undefined && then === past.category && now !== undefined ? now : past.category)
  const suggested = { before: named(before, then), after: named(after, now) }
  const moved: Otherwise = { ...(then !== now && { suggested }), limits: [] }
  if (!went || !goes || went === goes) return moved
  const is = { kind: kindUnder(past, went, goes), urgency: urgencyUnder(past, went, goes) }
  const leads = [leadUnit(before, went, past.place), leadUnit(after, goes, past.place)] as const
  const posts = [acceptingPost(past, went, before, calendar), acceptingPost({ ...past, ...is }, goes, after, calendar)] as const
  return {
    ...moved,
    ...(leads[0] !== leads[1] && { lead: { before: unitWords(before, leads[0]), after: unitWords(after, leads[1]) } }),
    ...(!isDeepStrictEqual(posts[0], posts[1]) && {
      accepting: { before: postWords(before, posts[0]), after: postWords(after, posts[1]) },
    }),
    limits: limitsMoved(past, { ...past, ...is, category: goes.code }, { before, after, calendar }),
  }
}

/** What somebody did not say themself, the category said. */
const urgencyUnder = ({ urgency }: CameIn, went: Category, goes: Category) => (urgency === went.urgency ? goes.urgency : urgency)
const kindUnder = ({ kind }: CameIn, went: Category, goes: Category) => (kind === went.kind ? goes.kind : kind)

function acceptingPost({ place, urgency, reportedAt }: CameIn, category: Category, rules: Rulebook, calendar: Calendar): Post {
  const now = Temporal.Instant.from(reportedAt)
  const { post } = accepting({ rules, now }, place, {
    about: aboutOf(rules, category, place, {}),
    urgent: urgency === 'urgent',
    officeHours: isOfficeHours(calendar, now),
    guarded: category.protected !== undefined,
  })
  return post
}

function limitsMoved(went: CameIn, goes: CameIn, { before, after, calendar }: Pick<Rehearsed, 'before' | 'after' | 'calendar'>) {
  const from = Temporal.Instant.from(went.reportedAt)
  return steps.flatMap((step): Otherwise['limits'] => {
    const spans = [spanOf(went, step, { rules: before }), spanOf(goes, step, { rules: after })] as const
    if (isDeepStrictEqual(spans[0], spans[1])) return []
    const [due, other] = spans.map((span) => moments(calendar, from, span).dueAt.epochMilliseconds)
    const minutes = Math.round(((other ?? 0) - (due ?? 0)) / 60_000)
    return minutes === 0 ? [] : [{ step, minutes, told: { before: spanWords(spans[0]), after: spanWords(spans[1]) } }]
  })
}

const named = (rules: Rulebook, code: string | undefined): Words => (code === undefined ? nothing : categoryWords(rules, code))
const nothing = words('没有建议', 'no suggestion')

const unitWords = (rules: Rulebook, code: string | undefined): Words =>
  code === undefined ? words('没有这样的单位', 'no such unit') : words(nameOf(rules, code), nameOf(rules, code))

const postWords = (rules: Rulebook, { role, unit }: Post): Words =>
  words(`${nameOf(rules, unit)} ${roles[role].zh}`, `${nameOf(rules, unit)} ${roles[role].en}`)

/** The middle of some numbers; of an even count the lower of the two, so that it is one of them. */
export const median = (numbers: readonly number[]): number =>
  numbers.toSorted((one, other) => one - other)[Math.ceil(numbers.length / 2) - 1] ?? 0

/** So many people have said a word before a rehearsal counts it: else it could be used to find what one person wrote. */
const fewest = 3

type Terms = Category['words']

/**
 * The words of a draft as a rehearsal may count them: where a word was added, dropped or weighed otherwise that fewer than three
 * reporters used, it stays as it stands. Gives these words too.
 */
export function countable(standing: Terms, drafted: Terms, past: readonly CameIn[]): { words: Terms; rare: string[] } {
  const weight = (terms: Terms, term: string) => terms.find((one) => one.term === term)?.weight
  const changed = [...new Set([...standing, ...drafted].map(({ term }) => term))].filter(
    (term) => weight(standing, term) !== weight(drafted, term),
  )
  const rare = new Set(changed.filter((term) => reportersOf(past, term) < fewest))
  return {
    words: [...drafted.filter(({ term }) => !rare.has(term)), ...standing.filter(({ term }) => rare.has(term))],
    rare: [...rare],
  }
}

const reportersOf = (past: readonly CameIn[], term: string): number =>
  new Set(past.filter(({ words: said }) => said.includes(term)).map(({ reporter }) => reporter)).size
