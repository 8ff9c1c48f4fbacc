import { useSearchParams } from 'wouter'
import { Select } from '../../../shared/form/Select.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { useNow } from '../../../shared/now.ts'
import { Skeleton, Trouble } from '../../../shared/parts.tsx'
import { useSession } from '../../../shared/session.tsx'
import { isoDay } from '../../../shared/time.ts'
import { EditYear } from './EditYear.tsx'
import { Legend, YearDrawing } from './YearDrawing.tsx'
import { type Calendar, yearOf, yearsOf } from './year.ts'
import './calendar.css'

/** The working calendar, a year at a time: for everybody to read, for the system administrator to change. */
export default function CalendarPage() {
  const say = useSay()
  const { value: session } = useSession()
  const [search, setSearch] = useSearchParams()
  const { value: calendar, problem, reload } = useLoaded<Calendar>('/api/calendar')
  const thisYear = Number(isoDay(useNow()).slice(0, 4))
  const year = Number(search.get('year') ?? thisYear)
  const known = calendar && `${year}-12-31` <= calendar.knownUntil
  return (
    <div className="stack">
      <h1>{say(w(`${year} 年工作日历`, `Working calendar of ${year}`))}</h1>
      <Trouble problem={problem} again={reload} />
      {!calendar && !problem && <Skeleton rows={8} />}
      {calendar && (
        <>
          <div className="filters">
            <Select
              label={w('年份', 'Year')}
              value={String(year)}
              options={yearsOf(calendar, thisYear).map((one) => ({ value: String(one), words: w(`${one} 年`, String(one)) }))}
              choose={(chosen) => setSearch({ year: chosen })}
            />
          </div>
          {!known && (
            <p className="note warm">
              {say(
                w(
                  `${year} 年的节假日和调休还没有载入：现在周一到周五都按工作日算。`,
                  `Holidays of ${year} are not loaded yet: for now, Monday to Friday all count as working days.`,
                ),
              )}
            </p>
          )}
          <Legend />
          {session?.role === 'systemAdmin' ? (
            <EditYear key={`${year} ${calendar.version}`} calendar={calendar} year={year} saved={reload} />
          ) : (
            <Read calendar={calendar} year={year} />
          )}
        </>
      )}
    </div>
  )
}

function Read({ calendar, year }: { calendar: Calendar; year: number }) {
  const say = useSay()
  const { hours, days } = yearOf(calendar, year)
  return (
    <>
      <p>
        {say(w('办公时间：', 'Office hours: '))}
        {hours.map(({ from, to }) => `${from}–${to}`).join('，')}
      </p>
      <YearDrawing year={year} days={days} />
    </>
  )
}
