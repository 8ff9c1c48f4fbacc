import { useId, useState } from 'react'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useSettled } from '#web/shared/settled.ts'
import type { Concerned } from '../contract/item.ts'

interface Chosen {
  places: readonly Concerned[]
  change: (places: Concerned[]) => void
}

/** Chooses estates and communities that are one's own to write to, or single buildings of an estate. */
export function PlacesField({ places, change }: Chosen) {
  const [say, id] = [useSay(), useId()]
  const [search, setSearch] = useState('')
  const [inside, setInside] = useState<Concerned>()
  const typed = useSettled(search.trim())
  const query = new URLSearchParams({ ...(inside ? { inside: inside.code } : typed && { search: typed }) })
  const { value, problem, reload } = useLoaded<Concerned[]>(`/api/bulletins/places?${query}`)
  const chosen = new Set(places.map(({ code }) => code))
  const toggle = (place: Concerned) =>
    change(chosen.has(place.code) ? places.filter(({ code }) => code !== place.code) : [...places, place])
  return (
    <div className="field">
      <label htmlFor={id}>{say(w('通知哪里', 'For which places'))}</label>
      {places.length > 0 && (
        <ul className="line">
          {places.map((place) => (
            <li key={place.code}>
              <button type="button" className="button" onClick={() => toggle(place)}>
                {place.name} <span aria-hidden="true">×</span>
                <span className="unseen">{say(w('去掉', 'Remove'))}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {inside ? (
        <div className="line">
          <span className="strong">{inside.name}</span>
          <button type="button" className="button far" onClick={() => setInside(undefined)}>
            {say(w('‹ 回到小区', '‹ Back to estates'))}
          </button>
        </div>
      ) : (
        <input
          id={id}
          className="input"
          type="search"
          value={search}
          placeholder={say(w('输入小区名称查找', 'Type a part of the name'))}
          onChange={(event) => setSearch(event.target.value)}
        />
      )}
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={2} />}
      {value?.length === 0 && (
        <Empty
          words={
            inside
              ? w('这个小区没有登记楼栋，请通知整个小区。', 'No buildings are on record here: write to the whole estate.')
              : w('您可以通知的范围里没有这个名称。', 'No place of yours has that name.')
          }
        />
      )}
      <ul className="rows tall ticks">
        {value?.map((place) => (
          <li key={place.code} className="line">
            <label className="line">
              <input type="checkbox" checked={chosen.has(place.code)} onChange={() => toggle(place)} />
              {place.name}
              {place.estate === undefined && say(w('（整个社区）', ' (whole community)'))}
            </label>
            {!inside && place.estate === place.code && (
              <button type="button" className="button plain far" onClick={() => setInside(place)}>
                {say(w('只选楼栋', 'Single buildings'))}
                <span className="unseen"> {place.name}</span>
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  )
}
