import { useSearchParams } from 'wouter'
import { Select } from '../../../shared/form/Select.tsx'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '../../../shared/parts.tsx'
import { type Units, unitsPath } from '../../../shared/places/places.ts'
import { UnitName } from '../../../shared/places/UnitPicker.tsx'
import { today } from '../person.ts'
import { RosterWeek } from './RosterWeek.tsx'
import { dutiesPath, mondayOf, type Slot } from './week.ts'

/** The roster of a street, a week at a time: one's own street, or any of the district. */
export function Roster({ street: own, keeps }: { street?: string; keeps: boolean }) {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const streets = useLoaded<Units>(own === undefined ? unitsPath({ kinds: ['street'], limit: 500 }) : undefined)
  const street = own ?? search.get('street') ?? streets.value?.rows[0]?.code
  const monday = mondayOf(search.get('week') ?? today())
  const { value, problem, reload } = useLoaded<Slot[]>(street && dutiesPath(street, monday))
  const set = (name: string, chosen: string) =>
    setSearch((current) => {
      current.set(name, chosen)
      return current
    })
  return (
    <section className="stack" aria-labelledby="roster">
      <h2 id="roster">{say(w('夜间和节假日值班表', 'Roster for nights and days off'))}</h2>
      <p className="soft">
        {say(
          w(
            '办公时间以外的紧急事项，先通知当时值班的人。没人值班时，交给派单员。',
            'Outside office hours an urgent case first calls whoever is on duty; with nobody on duty, the dispatcher.',
          ),
        )}
      </p>
      {street !== undefined && (
        <div className="line">
          {own === undefined ? (
            <Select
              label={w('街道', 'Street')}
              value={street ?? ''}
              options={streets.value?.rows.map(({ code, name }) => ({ value: code, words: w(name, name) })) ?? []}
              choose={(chosen) => set('street', chosen)}
            />
          ) : (
            <UnitName code={own} />
          )}
          <div className="line far">
            <button type="button" className="button" onClick={() => set('week', mondayOf(monday, -1))}>
              {say(w('上一周', 'Week before'))}
            </button>
            <button type="button" className="button" onClick={() => set('week', mondayOf(today()))}>
              {say(w('本周', 'This week'))}
            </button>
            <button type="button" className="button" onClick={() => set('week', mondayOf(monday, 1))}>
              {say(w('下一周', 'Week after'))}
            </button>
          </div>
        </div>
      )}
      <Trouble problem={streets.problem ?? problem} again={reload} />
      {streets.value?.rows.length === 0 && (
        <Empty words={w('还没有街道，请先导入。', 'There are no streets yet: import them.')} />
      )}
      {street !== undefined && !value && !problem && <Skeleton rows={7} />}
      {street !== undefined && value && (
        <RosterWeek key={`${street} ${monday}`} {...{ street, monday, keeps }} slots={value} saved={reload} />
      )}
    </section>
  )
}
