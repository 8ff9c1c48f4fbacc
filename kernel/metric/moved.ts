import { type Words, words } from '../words.ts'
import { isOrdered, type Metric } from './define.ts'
import type { Figure } from './figure.ts'

/** Fewer than so many in either window, and whatever moved may be chance. */
const least = 10
/** A difference of so many standard errors comes about by chance once in twenty times. */
const beyondChance = 2

/** A figure in a window, and in the one before, which is as long. */
export interface Pair {
  metric: Metric
  now: Figure
  before: Figure
}

/** The one that moved most, measured by what chance alone would move it; nothing where all stay within that. */
export function movedMost(pairs: readonly Pair[]): Pair | undefined {
  const [most] = pairs
    .map((pair) => ({ pair, by: Math.abs(movement(pair)) }))
    .filter(({ by }) => by >= beyondChance)
    .sort((one, other) => other.by - one.by)
  return most?.pair
}

/**
 * How far a figure moved, in standard errors: of a share by its denominators, of a count by the counts. Not of a duration: of what was
 * reported lately only the quick is done, so that the latest hours always look shorter.
 */
export function movement({ metric, now, before }: Pair): number {
  const { kind } = metric
  if (isOrdered(metric) || now.value === null || before.value === null) return 0
  if (kind === 'count') {
    const sum = now.value + before.value
    return sum < 2 * least ? 0 : (now.value - before.value) / Math.sqrt(sum)
  }
  const [size, was] = [now.denominator ?? 0, before.denominator ?? 0]
  if (size < least || was < least) return 0
  const shared = ((now.numerator ?? 0) + (before.numerator ?? 0)) / (size + was)
  const error = Math.sqrt(shared * (1 - shared) * (1 / size + 1 / was))
  return error === 0 ? 0 : (now.value - before.value) / error
}

/** What moved, in a sentence: by how much, with the numbers of both windows. */
export function movedWords({ metric: { label, unit, kind }, now, before }: Pair): Words {
  const [value, was] = [now.value ?? 0, before.value ?? 0]
  const [zh, en] = value < was ? ['少了', 'down'] : ['多了', 'up']
  if (kind === 'count') {
    const by = Math.abs(value - was)
    return words(
      `${label.zh} ${value} ${unit.zh}，比前一段${zh} ${by} ${unit.zh}（前一段 ${was} ${unit.zh}）`,
      `${label.en}: ${value}, ${en} by ${by} from ${was} in the window before`,
    )
  }
  const points = (Math.abs(value - was) * 100).toFixed(1)
  return words(
    `${label.zh} ${share(now, '（', '）')}，比前一段${value < was ? '低' : '高'} ${points} 个百分点（前一段 ${share(before, '，')}）`,
    `${label.en}: ${share(now, ' (', ')')}, ${en} by ${points} points from ${share(before, ' (', ')')} in the window before`,
  )
}

/** A share in percent, with what it is of. */
const share = ({ value, numerator, denominator }: Figure, before: string, after = '') =>
  `${((value ?? 0) * 100).toFixed(1)}%${before}${numerator}/${denominator}${after}`
