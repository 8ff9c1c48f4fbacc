import type { Described } from '#kernel/metric/shown.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import type { CodedPlace } from '#web/shared/places/places.ts'
import { isoDay } from '#web/shared/time.ts'
import { stateWords } from '../../contract/states.ts'
import { useCategories } from '../categories.ts'
import { isOpen, isState, openOnes } from '../states.ts'
import { valueWords } from '../words.ts'
import type { FilterName } from './tableQuery.ts'

/** What each condition is called: on its field, and on the chip that takes it away. */
export const filterWords: Record<FilterName, Words> = {
  q: w('搜索', 'Search'),
  state: w('状态', 'State'),
  category: w('类别', 'Category'),
  street: w('街道', 'Street'),
  community: w('社区', 'Community'),
  lead: w('主办单位', 'Lead unit'),
  lacks: w('没有', 'Without'),
  but: w('除外', 'All but'),
  urgency: w('缓急', 'Urgency'),
  asked: w('等答复', 'Asked for'),
  had: w('有过', 'Had'),
  when: w('时限', 'Limit'),
  from: w('报单从', 'Reported from'),
  to: w('到', 'to'),
  counts: w('指标', 'Figure'),
}

export const openWords = w('所有在办的', 'All that are open')
export const limitWords: Record<string, Words> = { over: w('已超时', 'Over'), soon: w('快到时', 'Due soon') }

export const askedWords: Record<string, Words> = {
  extension: w('申请延期', 'An extension'),
  suspension: w('申请挂起', 'A pause'),
  ledger: w('申请挂账', 'The ledger'),
}
export const hadWords: Record<string, Words> = { return: w('退单', 'A return'), extension: w('延期', 'An extension') }

/** The words for what has few values. */
const fixed: Partial<Record<FilterName, Record<string, Words>>> = {
  ...{ when: limitWords, asked: askedWords, had: hadWords },
  lacks: { lead: filterWords.lead, street: filterWords.street, community: filterWords.community },
}

/** One state as it is called; of several, how many, unless they are all the open ones. */
export function statesWords(states: string): Words {
  const given = states.split(',').filter(isState)
  const [one] = given
  if (given.length === 1 && one) return stateWords(one)
  const isAllOpen = given.every(isOpen) && given.length === openOnes.split(',').length
  return isAllOpen ? openWords : w(`${given.length} 种`, `${given.length} states`)
}

const places: readonly FilterName[] = ['street', 'community', 'lead']

/** What was chosen of a condition, as its field says it: places and categories by their names, days as days. */
export function useChosenWords(name: FilterName, value: string): string {
  const say = useSay()
  const { value: place } = useLoaded<CodedPlace>(places.includes(name) ? `/api/places/${encodeURIComponent(value)}` : undefined)
  const { value: categories } = useCategories(name === 'category')
  const { value: metrics } = useLoaded<Described[]>(name === 'counts' ? '/api/metrics' : undefined)
  const category = categories?.find(({ code }) => code === value)?.name
  if (name === 'state') return say(statesWords(value))
  const few = fixed[name]?.[value]
  if (few) return say(few)
  if (name === 'counts') return say(countedWords(value, metrics))
  if (name === 'but') return say(butWords(value))
  if (name === 'urgency') return say(valueWords(value))
  return place?.label ?? (category ? say(category) : shownDay(name, value))
}

/** How many of what a list leaves out, since a figure has named them: `street:north,south`. */
function butWords(value: string): Words {
  const [of = '', codes = ''] = value.split(':')
  const label = isFilter(of) ? filterWords[of] : w(of, of)
  const count = codes.split(',').filter((code) => code !== '-').length
  return w(`${count} 个${label.zh}`, `${count} × ${label.en}`)
}

const isFilter = (name: string): name is FilterName => Object.hasOwn(filterWords, name)

/** What a figure counts that a list was opened from, as `responseRate.short`: what it is called, and which part of it. */
function countedWords(value: string, metrics: readonly Described[] | undefined): Words {
  const [metric, part = ''] = value.split('.')
  const { label, besides } = metrics?.find(({ name }) => name === metric) ?? {}
  if (!label) return w('总览里数到的', 'as counted in the overview')
  const beside = besides?.[part]
  return beside ? w(`${label.zh}：${beside.zh}`, `${label.en}: ${beside.en}`) : label
}

/** The day of a moment that a figure named, on the clock of Shanghai; a last one is the day that it ends. */
export function shownDay(name: FilterName, value: string): string {
  if ((name !== 'from' && name !== 'to') || !value.includes('T')) return value
  return isoDay(Date.parse(value) - (name === 'to' ? 1 : 0))
}
