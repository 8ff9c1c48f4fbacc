import { sql } from 'kysely'
import { defineMetric } from '#kernel/metric/define.ts'
import type { Measure } from '#kernel/metric/measure.ts'
import { words } from '#kernel/words.ts'
import { countedCases, excludedIn } from './countable.ts'
import { rowsOf } from './rows.ts'
import { reported } from './said.ts'

const resolvedStates = ['resolved', 'closed']

/** Hours by the calendar, nights and holidays included: what the reporter waited. */
const hoursToResolve: Measure = {
  name: 'hoursToResolve',
  of: countedCases,
  rows: () => ({
    where: sql`c.state in ('resolved', 'closed') and not ${excludedIn(sql`c.round`)}`,
    value: sql`extract(epoch from ((c.item->'resolution'->>'at')::timestamptz - c.reported_at))::double precision / 3600`,
  }),
}
const hours = words('小时（自然时间，含夜间和节假日）', 'hours by the calendar, nights and holidays included')
const denominator = words('已办结（含归档）的事项，剔除的不计', 'resolved and closed cases, without those excluded')

export const medianHoursToResolve = defineMetric({
  name: 'medianHoursToResolve',
  label: words('办结用时中位数', 'median hours to resolve'),
  unit: hours,
  kind: 'duration',
  definition: {
    formula: words('从报单到最后一次办结的小时数的中位数', 'the median of hours from the report to its last resolution'),
    window: reported,
    denominator,
  },
  measure: hoursToResolve,
  share: 0.5,
  rows: (frame, group) => rowsOf(frame, group, { state: resolvedStates.join(',') }),
})

export const p90HoursToResolve = defineMetric({
  name: 'p90HoursToResolve',
  label: words('九成事项的办结用时', 'hours within which nine in ten are resolved'),
  unit: hours,
  kind: 'duration',
  definition: {
    formula: words(
      '从报单到最后一次办结的小时数的第 90 百分位',
      'the 90th percentile of hours from the report to its last resolution',
    ),
    window: reported,
    denominator,
  },
  measure: hoursToResolve,
  share: 0.9,
  rows: (frame, group) => rowsOf(frame, group, { state: resolvedStates.join(',') }),
})
