import type { Figure } from '#kernel/metric/figure.ts'
import type { ToldFigure } from '#kernel/metric/shown.ts'
import { type Words, w } from '../../shared/language.ts'

export type { Figure, ToldFigure as Told }

const number = new Intl.NumberFormat('zh-CN', { maximumFractionDigits: 1 })
const percent = new Intl.NumberFormat('zh-CN', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** A value as it is read: a share in percent, hours with one place, nothing as a dash. */
export const shownValue = (kind: ToldFigure['kind'], value: number | null): string =>
  value === null ? '—' : kind === 'ratio' ? percent.format(value) : number.format(value)

/** What stands below a value: out of what, and what it would be with what was excluded. */
export function outOf({
  kind,
  numerator,
  denominator,
  withExcluded,
}: ToldFigure | (Figure & { kind: ToldFigure['kind'] })): Words | undefined {
  if (kind === 'count' || kind === 'highest' || denominator === null) return undefined
  const base =
    kind === 'duration'
      ? w(`${number.format(denominator)} 件`, `of ${number.format(denominator)} cases`)
      : w(
          `${number.format(numerator ?? 0)} / ${number.format(denominator)}`,
          `${number.format(numerator ?? 0)} of ${number.format(denominator)}`,
        )
  if (!withExcluded || withExcluded.denominator === denominator) return base
  const whole = shownValue('ratio', withExcluded.value)
  return w(`${base.zh}；含剔除的为 ${whole}`, `${base.en}; ${whole} with what was excluded`)
}

/**
 * What the way to its rows is called. A count leads to what it counts; of a share the list has all that came in, or all that is done
 * with: who was in time, or satisfied, is told case by case.
 */
export function rowsWords(kind: ToldFigure['kind'], rows: string): Words {
  if (kind === 'count') return w('看这些事项', 'See the cases')
  if (rows.includes('counts='))
    return w('看算进分母的事项（办过几轮也只列一次）', 'See what it is out of (each case once, however many rounds)')
  return rows.includes('state=')
    ? w('看这段时间已办结的事项', 'See what was resolved in this window')
    : w('看这段时间收到的事项', 'See all that was received in this window')
}

/** Where the rows are that a figure looked at: the list's address at the interface, as the console's table has it. */
export const tableOf = (rows: string): string => rows.replace(/^\/api\/cases/, '/console/cases').replace('over=true', 'when=over')
