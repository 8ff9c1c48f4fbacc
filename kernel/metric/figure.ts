import { type Static, Type } from 'typebox'
import { Words, words } from '../words.ts'
import { type Counted, type Frame, isOrdered, type Metric } from './define.ts'

const nullable = Type.Union([Type.Number(), Type.Null()])

const Share = Type.Object({ value: nullable, numerator: nullable, denominator: nullable })

/** One number with all that is needed to read it. `value` is null where there is nothing to count, or where it is kept back. */
export const Figure = Type.Object({
  value: nullable,
  numerator: nullable,
  denominator: nullable,
  withExcluded: Type.Optional(Share),
  beside: Type.Record(Type.String(), Type.Number()),
  /** Kept back, since single people could be known by it. */
  hidden: Type.Boolean(),
  /** The address of the list of what it looked at; of what stands beside it too, where a list has it. */
  rows: Type.Optional(Type.String()),
  besideRows: Type.Optional(Type.Record(Type.String(), Type.String())),
  note: Type.Optional(Words),
})
export type Figure = Static<typeof Figure>

/** Fewer than this, and people could be told by a number about what they said. */
export const fewest = 5

const round = (value: number) => Math.round(value * 10_000) / 10_000
const shareOf = (numerator: number, denominator: number) => (denominator === 0 ? null : round(numerator / denominator))

/** The figure that something counted is. */
export function figureOf(metric: Metric, frame: Frame, counted: Counted, alsoHide = false): Figure {
  const { numerator, denominator, withExcluded, beside = {} } = counted
  const { besideRows } = metric
  const link = metric.rows?.(frame, counted.group)
  const rows = link === undefined ? {} : { rows: link }
  if (alsoHide || isSmall(metric, counted))
    return {
      ...{ value: null, numerator: null, denominator: null, beside: {}, hidden: true },
      note: words(
        `不足 ${fewest} 件或可由其他数推出，为保护个人不显示`,
        `fewer than ${fewest}, or to be told from others: not shown, to protect people`,
      ),
    }
  const base = denominator ?? null
  const nothing = metric.kind !== 'count' && !base
  return {
    value: metric.kind === 'count' ? numerator : metric.kind === 'ratio' ? shareOf(numerator, base ?? 0) : ownValue(counted),
    numerator: isOrdered(metric) ? null : numerator,
    denominator: base,
    ...(withExcluded && { withExcluded: { value: shareOf(withExcluded.numerator, withExcluded.denominator), ...withExcluded } }),
    beside,
    hidden: false,
    ...rows,
    // Of one group among several no list is known.
    ...(besideRows && counted.group === '' && { besideRows: besideRows(frame) }),
    ...(nothing && {
      note: words('这段时间没有可计算的事项，因此没有数值', 'nothing to count in this window, so there is no value'),
    }),
  }
}

const ownValue = ({ value }: Counted): number | null => (value === undefined || value === null ? null : round(value))

/** Whether so few stand behind it that people could be known. Nothing at all tells nothing of anybody. */
const isSmall = ({ aboutPeople }: Metric, { numerator, denominator, withExcluded }: Counted): boolean => {
  const sizes = [denominator ?? numerator, ...(withExcluded ? [withExcluded.denominator] : [])]
  return aboutPeople === true && sizes.some((size) => size > 0 && size < fewest)
}

/**
 * The figures of all groups, by code: never a ranking. Where just one group is kept back, the whole less the others would
 * tell it: then the next smallest is kept back too, of several as small always the same.
 */
export function figuresOf(metric: Metric, frame: Frame, groups: readonly Counted[]): (Figure & { group: string })[] {
  const size = ({ numerator, denominator }: Counted) => denominator ?? numerator
  const inOrder = groups.toSorted((one, other) => (one.group < other.group ? -1 : 1))
  const small = inOrder.filter((one) => isSmall(metric, one))
  const [alone, ...more] = small
  const rest = inOrder.filter((one) => one !== alone && size(one) > 0)
  const companion = alone && more.length === 0 ? rest.toSorted((one, other) => size(one) - size(other))[0] : undefined
  return inOrder.map((one) => ({ group: one.group, ...figureOf(metric, frame, one, one === companion) }))
}
