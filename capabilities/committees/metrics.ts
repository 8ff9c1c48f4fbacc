import { sql } from 'kysely'
import { defineMetric, type Metric } from '#kernel/metric/define.ts'
import { countedEntries, entriesOf, standing, stands } from '#kernel/register/counted.ts'
import { words } from '#kernel/words.ts'
import { committeeRegister } from './registers/committees.ts'

const of = countedEntries(committeeRegister)
const asOfNow = words('此刻', 'now')
const none = words('无', 'none')

/** The figures of the committees, by the names that the work brief calls them. */
export const committeeMetrics: readonly Metric[] = [
  defineMetric({
    ...{ name: 'streets', label: words('成立治理委员会的街道、发展中心', 'streets and centres with a governance committee') },
    ...{ unit: words('个', 'units'), kind: 'count', present: true },
    definition: {
      formula: words('在册的治理委员会数，每个街道、发展中心一个', 'governance committees in the register, one a unit'),
      ...{ window: asOfNow, denominator: none },
    },
    measure: standing('streets', of, sql`e.sort = 'governance'`),
    rows: (frame, group) => entriesOf(committeeRegister, frame, group, { sort: 'governance' }),
  }),
  defineMetric({
    ...{ name: 'specialCommittees', label: words('专项委员会', 'kinds of special committee'), unit: words('类', 'kinds') },
    // Each committee by the rank of its kind: the highest is how many kinds there are.
    ...{ kind: 'highest', present: true },
    definition: {
      formula: words(
        '在册的专项委员会有几类：六个委员会各设七个，是四十二个、七类',
        'how many kinds the special committees in the register are of: six with seven each are forty-two, of seven kinds',
      ),
      ...{ window: asOfNow, denominator: none },
    },
    measure: {
      ...{ name: 'specialCommittees', of },
      rows: (now) => ({
        where: sql`${stands(now)} and e.sort = 'special'`,
        value: sql`(dense_rank() over (order by e.kind))::double precision`,
      }),
    },
    rows: (frame, group) => entriesOf(committeeRegister, frame, group, { sort: 'special' }),
  }),
]
