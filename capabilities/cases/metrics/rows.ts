import { nowhere } from '#kernel/metric/contract/nowhere.ts'
import type { Frame, Metric } from '#kernel/metric/define.ts'
import { zone } from '#kernel/time/zone.ts'
import type { Words } from '#kernel/words.ts'
import type { State } from '../contract/item.ts'

/** The address of the list of cases that a figure counted, with what else the list is to be filtered by. */
export function rowsOf(frame: Frame, group: string, more: Record<string, string> = {}): string {
  const { by, window } = frame
  const month = by === 'month' && group !== '' ? monthOf(group) : undefined
  const from = later(window?.from, month?.from)
  const to = earlier(window?.to, month?.to)
  const filter = by === undefined || by === 'month' ? undefined : filterBy[by]
  const grouped = filter === undefined || group === '' ? {} : group === nowhere ? { lacks: filter } : { [filter]: group }
  return listOf(
    { ...frame, window: undefined },
    {
      ...(from && { from: from.toString() }),
      ...(to && { to: to.toString() }),
      ...grouped,
      ...more,
    },
  )
}

/** The same of all groups but some, that of no place among these where it is named. */
export function elsewhereOf(frame: Frame, groups: readonly string[], more: Record<string, string> = {}): string {
  const { by } = frame
  return by === undefined || by === 'month'
    ? rowsOf(frame, '', more)
    : rowsOf(frame, '', { but: `${filterBy[by]}:${groups.join(',')}`, ...more })
}

/** By which condition a list is asked for one group. */
const filterBy = { unit: 'lead', street: 'street', community: 'community', category: 'category' } as const

/** The address of the list of all cases that a frame is about, with what else it is to be filtered by. */
export function listOf({ window, street, community, lead, category }: Frame, more: Record<string, string>): string {
  const filter = {
    ...(window && { from: window.from.toString(), to: window.to.toString() }),
    ...(street !== undefined && { street }),
    ...(community !== undefined && { community }),
    ...(lead !== undefined && { lead }),
    ...(category !== undefined && { category }),
    ...more,
  }
  return `/api/cases?${new URLSearchParams(filter)}`
}

/** The ways from a ratio to its rows: what it is out of, and each that stands beside it, as its own measure counts them. */
export const countedRows = (name: string, besides: Record<string, Words>): Pick<Metric, 'rows' | 'besideRows'> => ({
  rows: (frame, group) => rowsOf(frame, group, { counts: `${name}.due` }),
  besideRows: (frame) =>
    Object.fromEntries(Object.keys(besides).map((beside) => [beside, listOf(frame, { counts: `${name}.${beside}` })])),
})

/** Where the cases are that stand beside a figure for being in these states, which are named as they are counted. */
export const byState = (frame: Frame, states: readonly State[]): Record<string, string> =>
  Object.fromEntries(states.map((state) => [state, listOf(frame, { state })]))

function monthOf(month: string) {
  const first = Temporal.PlainDate.from(`${month}-01`)
  const begins = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).toInstant()
  return { from: begins(first), to: begins(first.add({ months: 1 })) }
}

type Maybe = Temporal.Instant | undefined
const later = (one: Maybe, other: Maybe) =>
  one && other ? (Temporal.Instant.compare(one, other) > 0 ? one : other) : (one ?? other)
const earlier = (one: Maybe, other: Maybe) =>
  one && other ? (Temporal.Instant.compare(one, other) < 0 ? one : other) : (one ?? other)
