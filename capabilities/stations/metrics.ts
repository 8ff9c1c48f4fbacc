import { sql } from 'kysely'
import { defineMetric, type Frame, type Metric } from '#kernel/metric/define.ts'
import { countedEntries, entriesOf, standing } from '#kernel/register/counted.ts'
import { zone } from '#kernel/time/zone.ts'
import { type Words, words } from '#kernel/words.ts'
import { stationRegister } from './register.ts'

const of = countedEntries(stationRegister)
const asOfNow = words('此刻在用的', 'those in use now')
const none = words('无', 'none')
const isKind = (kind: string) => sql`e.kind = ${sql.lit(kind)}`

const rowsWith =
  (more: (frame: Frame) => Record<string, string>): NonNullable<Metric['rows']> =>
  (frame, group) =>
    entriesOf(stationRegister, frame, group, more(frame))

const stationsOf = (name: string, kind: string, label: Words) =>
  defineMetric({
    ...{ name, label, unit: words('个', 'stations'), kind: 'count', present: true },
    definition: { formula: words(`登记在册的${label.zh}数`, `${label.en} in the register`), window: asOfNow, denominator: none },
    measure: standing(name, of, isKind(kind)),
    rows: rowsWith(() => ({ kind })),
  })

/** The figures of the stations, by the names that the work brief calls them. */
export const stationMetrics: readonly Metric[] = [
  defineMetric({
    ...{ name: 'serviceCentres', label: words('改扩建社区党群服务中心', 'building works on service centres') },
    ...{ unit: words('处', 'works'), kind: 'count', present: true },
    definition: {
      formula: words('党群服务中心登记的改建、扩建数，不是中心数', 'works rebuilt or enlarged, not the number of centres'),
      ...{ window: words('累计', 'all so far'), denominator: none },
    },
    measure: standing('serviceCentres', of, isKind('serviceCentre'), sql`jsonb_array_length(coalesce(e.entry->'works', '[]'))`),
    rows: rowsWith(() => ({ kind: 'serviceCentre', worked: 'yes' })),
  }),
  stationsOf('neighbourStations', 'neighbour', words('近邻驿站', 'neighbour stations')),
  defineMetric({
    ...{ name: 'convenienceStations', label: words('今年新增便民驿站', 'convenience stations added this year') },
    ...{ unit: words('个', 'stations'), kind: 'count', present: true },
    definition: {
      formula: words('启用日期在今年的便民驿站数', 'convenience stations that opened this year'),
      ...{ window: words('今年', 'this year'), denominator: none },
    },
    measure: {
      ...{ name: 'convenienceStations', of },
      rows: (now, district) => {
        const year = sql`to_char(${now} at time zone ${sql.lit(zone)}, 'YYYY')`
        return standing('convenienceStations', of, sql`${isKind('convenience')} and e.opened_in = ${year}`).rows(now, district)
      },
    },
    rows: rowsWith(({ now }) => ({ kind: 'convenience', opened_in: now.toZonedDateTimeISO(zone).year.toString() })),
  }),
  stationsOf('warmStations', 'warm', words('暖新驿站', 'warm stations')),
  stationsOf('sharedStations', 'shared', words('共享驿站', 'shared stations')),
]
