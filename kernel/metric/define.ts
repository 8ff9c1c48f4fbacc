import type { Actor } from '../people/actor.ts'
import type { Words } from '../words.ts'
import type { Measure } from './measure.ts'

/** By what a figure can be broken down. */
export const groupings = ['unit', 'street', 'community', 'category', 'month'] as const
export type Grouping = (typeof groupings)[number]

/** What a figure is asked for: by whom, over which time, where, broken down by what. */
export interface Frame {
  actor: Actor
  /** The moment as of which it is counted. */
  now: Temporal.Instant
  /** The window: `from` is in it, `to` is not. None for a figure about the present. */
  window?: { from: Temporal.Instant; to: Temporal.Instant } | undefined
  by?: Grouping | undefined
  street?: string | undefined
  community?: string | undefined
  lead?: string | undefined
  category?: string | undefined
}

/**
 * What a metric comes to for one group; `group` is empty for the whole. A count has `numerator` only; a ratio has both; a
 * median or share of a distribution has its own `value`, over `denominator` cases.
 */
export interface Counted {
  group: string
  value?: number | null
  numerator: number
  denominator?: number
  /** The same ratio where nothing had been excluded. */
  withExcluded?: { numerator: number; denominator: number }
  /** What has to stand beside it to be read rightly. */
  beside?: Record<string, number>
}

/** A figure with a name. No page shows a number that no metric gives. */
export interface Metric {
  name: string
  label: Words
  unit: Words
  /** A `duration` is a middle of what the rows give, in hours; `highest` the highest of it. */
  kind: 'count' | 'ratio' | 'duration' | 'highest'
  /** How it comes about: what is counted, in which window, out of what. */
  definition: { formula: Words; window: Words; denominator: Words }
  /** What each figure that stands beside it is. */
  besides?: Record<string, Words>
  /** About the present: it has no window. */
  present?: boolean
  /** In a brief it is told in so many at once, the rest as 余: `570 余名` for 573, by tens. */
  roundedTo?: number
  /** Whether it tells what single people said or did, so that small numbers are kept back. */
  aboutPeople?: boolean
  /**
   * How it is counted. A count adds up `good`; a ratio sets `good` against `due`, without what was excluded, and `goodAll` against
   * `dueAll` with it; sums by the names of `besides` stand beside, and of a ratio
   * `short`: what is due and not good. A duration and what is highest order what each row gives.
   */
  measure: Measure
  /** Of a duration: which share of the rows lies below it. A half, the median, unless it says otherwise. */
  share?: number
  /** Stands first, of the present: what is over with where it is, what waits with which of `besides` it is. */
  standsOut?: 'over' | 'waits'
  /** Where the cases are that one of `besides` counts, of the whole: as far as a list can be asked for them. */
  besideRows?: (frame: Frame) => Record<string, string>
  /** Where the cases are that it looked at: a list's address with a filter; for a ratio also those that are not due. */
  rows?: (frame: Frame, group: string) => string | undefined
  /** Where the cases are of all groups but these. */
  elsewhere?: (frame: Frame, groups: readonly string[]) => string
}

/** Declares a metric. A figure that cannot say what it is called and how it comes about is none. */
export function defineMetric(declared: Metric): Metric {
  if (!/^[a-z][A-Za-z0-9]*$/.test(declared.name)) throw new Error(`a metric is named like responseRate, not ${declared.name}`)
  return declared
}

/** Whether a metric orders what its rows give, and adds nothing up. */
export const isOrdered = ({ kind }: Pick<Metric, 'kind'>): boolean => kind === 'duration' || kind === 'highest'

/** The measures whose past is kept as tallies: each once, and none of the present. */
export const talliedMeasures = (metrics: readonly Metric[]): Measure[] => [
  ...new Set(metrics.filter(({ present }) => !present).map(({ measure }) => measure)),
]
