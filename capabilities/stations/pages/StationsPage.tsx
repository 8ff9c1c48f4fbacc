import { useState } from 'react'
import { Link, useSearchParams } from 'wouter'
import { Frame } from '#web/shared/Frame.tsx'
import { Tick } from '#web/shared/form/Choice.tsx'
import { Line } from '#web/shared/form/Line.tsx'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Stale, Trouble } from '#web/shared/parts.tsx'
import { knownEstate } from '#web/shared/places/ownEstate.ts'
import type { CodedPlace } from '#web/shared/places/places.ts'
import { askHere } from '#web/shared/places/position.ts'
import { useWhereabouts } from '#web/shared/places/useWhereabouts.ts'
import { useSettled } from '#web/shared/settled.ts'
import { Turn } from '#web/shared/Turn.tsx'
import { facilities, kinds, services } from '../contract/kinds.ts'
import type { SeenStation } from '../show.ts'
import { Openness } from './Openness.tsx'
import { StationsMap } from './StationsMap.tsx'
import { stationValueWords } from './words.ts'

const asks: ReadonlySet<string> = new Set(['kind', 'facility', 'service', 'text', 'open'])

/** What may be needed there: of the facilities and services each under its own name in the address. */
const needs = [
  ...optionsOf(facilities).map(({ value, words }) => ({ value: `facility=${value}`, words })),
  ...optionsOf(services).map(({ value, words }) => ({ value: `service=${value}`, words })),
]

/** The stations for everybody: the nearest on foot, those that are open, and those that have what one needs; as a list and on a map. */
export default function StationsPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const near = useWhereabouts(askHere)
  const [pages, turn] = useState<string[]>([])
  const [map, showMap] = useState(false)
  const [unfolded] = useState(() => ['facility', 'service'].some((name) => search.has(name)))
  // Where this phone knows one's own estate, that is where one looks from until one says otherwise.
  const [own] = useState(knownEstate)
  const estate = useLoaded<CodedPlace>(own && `/api/places/${encodeURIComponent(own.code)}`)
  const put = (change: Record<string, string>) => {
    turn([])
    setSearch(
      (current) => {
        const next = new URLSearchParams({ ...Object.fromEntries(current), ...change })
        for (const [name, value] of [...next]) if (value === '') next.delete(name)
        return next
      },
      { replace: true },
    )
  }
  // Whatever else stands in an address that was sent on is nobody's question.
  const settled = new URLSearchParams(useSettled(search.toString()))
  const conditions = new URLSearchParams([...settled].filter(([name]) => asks.has(name)))
  const asked = new URLSearchParams(conditions)
  const downloaded = new URLSearchParams([...conditions, ['limit', '2000']]).toString()
  const here = near.here ?? estate.value?.point
  // A hundred metres tell which is near.
  if (here) for (const [name, degrees] of Object.entries(here)) asked.set(name, degrees.toFixed(3))
  const from = pages.at(-1)
  if (from !== undefined) asked.set('from', from)
  const { value, problem, since, reload } = useLoaded<Page>(
    own && !estate.value && !estate.problem ? undefined : `/api/stations?${asked}`,
  )
  const rows = value?.rows ?? []
  const need = ['facility', 'service'].flatMap((name) => (search.has(name) ? [`${name}=${search.get(name)}`] : []))[0]
  return (
    <Frame title={w('身边的驿站', 'Stations nearby')}>
      <div className="stack">
        <h1>{say(w('身边的驿站', 'Stations nearby'))}</h1>
        <button
          type="button"
          className="button main wide"
          disabled={near.looking}
          onClick={() => {
            turn([])
            if (near.here) near.forget()
            else near.look()
          }}
        >
          {say(
            near.here
              ? own
                ? w(`近的在前；改回从${own.name}看`, `The nearest first: look from ${own.name}`)
                : w('近的在前；改回按名称', 'The nearest first: sort by name')
              : near.looking
                ? w('正在定位…', 'Finding you…')
                : w('先看离我近的', 'Show the nearest first'),
          )}
        </button>
        <p className="soft small" role="status">
          {say(
            near.missing
              ? w('没能取得位置。可以搜小区或路名：', 'Your position is not available: search by estate or road:')
              : own && here && !near.here
                ? w(`离${own.name}近的在前。`, `The nearest to ${own.name} first.`)
                : w(
                    '位置只用来排前后，只精确到一百米，不保存。',
                    'Your position only sets the order, to a hundred metres, and is not kept.',
                  ),
          )}
        </p>
        <Line
          label={w('名称、小区或路名', 'Name, estate or road')}
          type="search"
          most={60}
          value={search.get('text') ?? ''}
          change={(text) => put({ text })}
        />
        <div className="line">
          <Tick
            words={w('现在开着的', 'Open now')}
            value={search.get('open') === 'true'}
            choose={(open) => put({ open: open ? 'true' : '' })}
          />
          <Tick
            words={w('骑手、司机：暖新驿站', 'For couriers and drivers')}
            value={search.get('kind') === 'warm'}
            choose={(warm) => put({ kind: warm ? 'warm' : '' })}
          />
        </div>
        <details open={unfolded}>
          <summary>{say(w('按需要找', 'By what you need'))}</summary>
          <div className="stack close">
            <Select
              all
              label={w('需要什么', 'What you need')}
              options={needs}
              value={need ?? ''}
              choose={(chosen) => put({ facility: '', service: '', ...Object.fromEntries(new URLSearchParams(chosen)) })}
            />
            <Select
              all
              label={w('哪一类', 'Kind')}
              options={optionsOf(kinds)}
              value={search.get('kind') ?? ''}
              choose={(kind) => put({ kind })}
            />
          </div>
        </details>
        <Stale since={since} />
        <Trouble problem={problem} again={reload} />
        {!value && !problem && <Skeleton rows={6} />}
        {value && rows.length === 0 && (
          <Empty
            words={
              search.size > 0
                ? w('没有对上的，去掉一个条件试试。', 'None of the kind: ask for less.')
                : w('本区还没有登记驿站。', 'No station is on record in this district yet.')
            }
          />
        )}
        {rows.length > 0 && (
          <>
            <p className="line">
              <span className="soft">{say(w(`共 ${value?.count} 处`, `${value?.count} in all`))}</span>
              <button type="button" className="button far" onClick={() => showMap(!map)}>
                {say(map ? w('收起地图', 'Hide the map') : w('在地图上看', 'On the map'))}
              </button>
            </p>
            {map && <StationsMap asked={conditions} count={value?.count ?? 0} page={rows} here={here} />}
            <ul className="stack close">
              {rows.map((station) => (
                <li key={station.code} id={`station-${station.code}`} className="card">
                  <span className="line">
                    <Link className="open" href={`/stations/${station.code}`}>
                      {station.name}
                    </Link>
                    {station.minutes !== undefined && (
                      <span className="soft small far">
                        {say(w(`走约 ${station.minutes} 分钟`, `${station.minutes} min on foot`))}
                      </span>
                    )}
                  </span>
                  <span>
                    <Openness station={station} />
                  </span>
                  <span className="soft small">
                    {say(stationValueWords(station.kind))} · {station.address}
                  </span>
                </li>
              ))}
            </ul>
          </>
        )}
        <Turn pages={pages} next={value?.more ? String(Number(from ?? 0) + rows.length) : undefined} turn={turn} />
        <a className="button plain" href={`/api/stations.geojson?${downloaded}`} download>
          {say(w('下载这些驿站（GeoJSON）', 'Download these (GeoJSON)'))}
        </a>
        <Link className="button plain" href="/stations/apply">
          {say(w('我的店也想成为驿站', 'My shop would be one'))}
        </Link>
      </div>
    </Frame>
  )
}

interface Page {
  rows: SeenStation[]
  count: number
  more: boolean
}
