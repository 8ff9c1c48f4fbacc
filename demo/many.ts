import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { sumMonths } from '#kernel/metric/sums.ts'
import { tallyDays } from '#kernel/metric/tallies.ts'
import { keepUnsettled } from '#kernel/metric/unsettled.ts'
import { daysLately } from './cases/load.ts'
import { type CopiesAsked, copyCases } from './copies/load.ts'
import { district } from './geography/names.ts'
import { type Demo, loadDemo } from './load.ts'

type Many = Pick<Demo, 'database' | 'ring' | 'store'> & Omit<CopiesAsked, 'district'>

/**
 * Loads the demo district into an empty database with the cases of many years: those of the last fortnight told each, the rest copied
 * from those that are over, the figures of every day made. Takes the login of the tables' owner. Gives how fast it copied, in words.
 */
export async function loadMany(
  { database, ring, now, store, count, ...over }: Many,
  progress: (line: string) => void = () => {},
): Promise<string> {
  const lately = Math.round((count * daysLately) / (over.years * 365))
  if (!(await loadDemo({ database, ring, now, store, lately }, progress)))
    progress('a demo is there already: its last fortnight stays as it is, however many cases come before it')
  const began = performance.now()
  const { cases, rows } = await copyCases({ database, ring }, { district: district.code, count, now, ...over }, progress)
  const seconds = (performance.now() - began) / 1000
  const rate =
    cases === 0
      ? 'there are as many cases already'
      : `${cases} cases more, ${rows} rows in ${seconds.toFixed(0)} s: ${Math.round(rows / seconds)} rows/s`
  progress(rate)
  for (const [work, done] of [
    [tallyDays, 'days tallied'],
    [sumMonths, 'months summed up'],
    [keepUnsettled, 'counted that are not settled'],
  ] as const)
    for (let all = 0, some = 1; some > 0; all += some) {
      some = await work(database, district.code, talliedMeasures(caseMetrics), now)
      if (some > 0) progress(`${all + some} ${done}`)
    }
  return rate
}
