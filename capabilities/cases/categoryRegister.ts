import { defineRegister, type EntryFlaw } from '#kernel/register/define.ts'
import type { Span } from '#kernel/time/span.ts'
import { words } from '#kernel/words.ts'
import { groups } from './catalogue/categories.ts'
import { Category, type Lead, type Limits } from './catalogue/category.ts'
import { categoryFields } from './categoryFields.ts'
import type { Rulebook } from './rulebook.ts'

/** What the rules about a district's categories need to know of it. */
export type CategoryFacts = Pick<Rulebook, 'units'>

/**
 * The categories of a district. What changes here holds for limits that begin from then on: each limit keeps the version of the
 * rule that it was counted by.
 */
export const categoryRegister = defineRegister<typeof Category, CategoryFacts>({
  name: 'categories',
  label: { zh: '事项类别', en: 'categories' },
  path: 'categories',
  keptIn: { schema: 'cases', table: 'categories', key: 'code', entry: 'category' },
  entry: Category,
  fields: categoryFields,
  key: ({ code }) => code,
  searched: ['name.zh', 'name.en'],
  mayRead: 'anybody',
  mayEdit: ['systemAdmin'],
  check: (category, { entries, facts }) => [
    ...placed(category, entries),
    ...led(category, facts),
    ...dangerous(category),
    ...guarded(category),
    ...worded(category),
    ...limited(category),
  ],
})

const flaw = (field: string, zh: string, en: string): EntryFlaw => ({ field, because: words(zh, en) })
const known = new Set(groups.map(({ code }) => code))

function placed({ code, parent, name }: Category, entries: ReadonlyMap<string, Category>): EntryFlaw[] {
  const twin = [...entries.values()].find((other) => other.code !== code && other.name.zh === name.zh)
  return [
    ...(known.has(parent) ? [] : [flaw('parent', `没有“${parent}”这个大类`, `there is no group "${parent}"`)]),
    ...(code.startsWith(`${parent}.`) ? [] : [flaw('code', `应以“${parent}.”开头`, `must begin with "${parent}."`)]),
    ...(name.zh.trim() === '' || name.en.trim() === ''
      ? [flaw('name', '中英文名称都要填写', 'is needed in both languages')]
      : []),
    ...(twin ? [flaw('name.zh', `与“${twin.code}”同名`, `is the name of "${twin.code}" already`)] : []),
  ]
}

/** Where a lead can come down to a street or community: also where no property company serves the estate. */
const comesDown = (lead: Lead): boolean =>
  lead.unitKind === 'street' || lead.unitKind === 'community' || lead.unitKind === 'propertyCompany'

function led({ dutyList, lead, assisting }: Category, { units }: CategoryFacts): EntryFlaw[] {
  const missing = (one: Lead, field: string): EntryFlaw[] => {
    if (!('code' in one)) return []
    const unit = units.get(one.code)
    // A station is named by the bureau that it belongs to.
    const kind = one.unitKind === 'station' ? 'bureau' : one.unitKind
    if (!unit) return [flaw(field, `本区没有“${one.code}”这个单位`, `the district has no unit "${one.code}"`)]
    if (unit.ends)
      return [flaw(field, `“${unit.name}”${unit.ends} 起停用，请另选`, `"${unit.name}" ends on ${unit.ends}: choose another`)]
    return unit.kind === kind ? [] : [flaw(field, `“${unit.name}”不是这一类单位`, `"${unit.name}" is no ${kind}`)]
  }
  return [
    ...missing(lead, 'lead'),
    ...assisting.flatMap((one, index) => missing(one, `assisting.${index}`)),
    ...(dutyList === 'takenBack' && comesDown(lead)
      ? [
          flaw(
            'lead',
            '已收回的事项不能由街道、社区或物业主办',
            'what was taken back is never led by a street, a community or a property company',
          ),
        ]
      : []),
    ...(dutyList === 'assist' && comesDown(lead)
      ? [flaw('lead', '街道只配合的事项须由部门主办', 'what a street only assists in is led by a bureau')]
      : []),
  ]
}

const dangerous = ({ urgency, danger }: Category): EntryFlaw[] =>
  urgency === 'urgent' && !danger
    ? [flaw('danger', '紧急类别须写明先拨打哪个电话、如何避险', 'an urgent category says whom to call first and what to do')]
    : []

const guarded = ({ protected: why, assisting }: Category): EntryFlaw[] =>
  why !== undefined && assisting.length > 0
    ? [
        flaw(
          'assisting',
          '受保护的事项除指挥中心和督办员外只有主办单位能看到，不设协办',
          'beside dispatcher and supervisor only the lead sees what is protected: nobody assists',
        ),
      ]
    : []

/** A term that stands twice would count twice. */
const worded = ({ words: terms }: Category): EntryFlaw[] =>
  terms.flatMap(({ term }, index) =>
    terms.findIndex((other) => other.term === term) < index
      ? [flaw(`words.${index}`, `“${term}”已经有了`, `"${term}" is there already`)]
      : [],
  )

/** Hours that a span comes to at most: a working day for a day, an hour for an hour. For comparing alike with alike. */
const hours = (span: Span): number =>
  'workingDays' in span
    ? span.workingDays * 24
    : 'days' in span
      ? span.days * 24
      : 'workingHours' in span
        ? span.workingHours * 3.2 // 24 hours of the day over 7.5 in the office
        : span.minutes / 60

/** The longest that an answer may take, whatever the matter: 60 days, 信访工作条例 article 34. */
const longest = 60 * 24

function limited({ limits }: Category): EntryFlaw[] {
  const sane = (one: Limits, field: string): EntryFlaw[] => [
    ...(['accept', 'solveOrDispatch', 'receive', 'contact'] as const)
      .filter((step) => hours(one[step]) > hours(one.resolve))
      .map((step) => flaw(`${field}.${step}`, '比办结时限还长', 'is longer than the limit to resolve')),
    ...(hours(one.resolve) > longest ? [flaw(`${field}.resolve`, '办结时限最长 60 天', 'is at most 60 days')] : []),
  ]
  const urgentLater =
    hours(limits.urgent.resolve) > Math.max(...Object.values(limits.byKind).map(({ resolve }) => hours(resolve)))
  return [
    ...Object.entries(limits.byKind).flatMap(([kind, one]) => sane(one, `limits.byKind.${kind}`)),
    ...sane(limits.urgent, 'limits.urgent'),
    ...(urgentLater ? [flaw('limits.urgent.resolve', '紧急时限不能比普通的还长', 'is longer than when it is not urgent')] : []),
  ]
}
