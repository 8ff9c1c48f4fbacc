import { Suspense } from 'react'
import { Link, useSearchParams } from 'wouter'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { Select } from '#web/shared/form/Select.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { type Boundaries, boundsOf } from '#web/shared/map/bounds.ts'
import { LazyMap } from '#web/shared/map/LazyMap.tsx'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { ScrolledTable } from '#web/shared/register/ScrolledTable.tsx'
import { limits, type ToldCoverage } from '../contract/coverage.ts'
import { kinds } from '../contract/kinds.ts'
import { NextSites } from './NextSites.tsx'
import { stationValueWords } from './words.ts'

const percent = new Intl.NumberFormat('zh-CN', { style: 'percent', maximumFractionDigits: 1 })

/** Which share of the homes has a station within a walk, where there is none, and where the next ones would do most. */
export default function CoveragePage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const kind = search.get('kind') ?? ''
  const minutes = search.get('minutes') ?? '10'
  const query = new URLSearchParams({ minutes, ...(kind && { kind }) }).toString()
  const { value, problem, reload } = useLoaded<ToldCoverage>(`/api/stations/coverage?${query}`)
  const boundaries = useLoaded<Boundaries>('/api/boundaries')
  const box = boundaries.value && boundsOf([boundaries.value])
  const set = (name: string, chosen: string) =>
    setSearch((current) => {
      const next = new URLSearchParams(current)
      if (chosen === '') next.delete(name)
      else next.set(name, chosen)
      return next
    })
  const within = kind === '' ? value?.any : value?.kinds.find((one) => one.kind === kind)?.within
  const chosen = within?.find((one) => String(one.minutes) === minutes)
  const told = value?.without.reduce((sum, { buildings }) => sum + buildings, 0) ?? 0
  const homes = value?.counted === 'buildings' ? w('栋楼', 'buildings') : w('名居民', 'residents')
  return (
    <div className="stack overview">
      <div className="line">
        <h1>{say(w('驿站覆盖', 'Who has a station in reach'))}</h1>
        <Link className="button far" href="/console/stations">
          {say(w('驿站名录', 'The stations'))}
        </Link>
      </div>
      <p className="soft">
        {say(
          w(
            '按楼栋算：从楼到最近驿站的直线距离乘 1.3，每小时走 4 公里估算。',
            'By building: the straight line to the nearest station times 1.3, reckoned at 4 km an hour.',
          ),
        )}
        {value?.counted === 'buildings' &&
          say(
            w(
              ' 不是每栋楼都登记了人数，所以每栋按一样多算。',
              ' Not every building has its number of residents on record, so each counts alike.',
            ),
          )}
      </p>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={8} />}
      {value && value.buildings === 0 && (
        <Empty words={w('还没有登记楼栋的位置，算不了覆盖。请先导入楼栋。', 'No building has a place yet: import them first.')} />
      )}
      {value && value.buildings > 0 && (
        <ScrolledTable
          label={w('各类驿站的覆盖率', 'Share in reach, by kind')}
          heads={[
            w('类型', 'Kind'),
            ...limits.map((limit) => ({ ...w(`走 ${limit} 分钟内`, `within ${limit} min`), number: true })),
          ]}
        >
          {[{ kind: undefined, within: value.any }, ...value.kinds].map((row) => (
            <tr key={row.kind ?? 'any'}>
              <th scope="row">{say(row.kind ? stationValueWords(row.kind) : w('任何一类', 'Any kind'))}</th>
              {row.within.map((one) => (
                <td key={one.minutes} className="number">
                  {one.share === undefined ? '—' : percent.format(one.share)}
                  <span className="soft small"> {say(w(`${one.covered} ${homes.zh}`, `${one.covered} ${homes.en}`))}</span>
                </td>
              ))}
            </tr>
          ))}
        </ScrolledTable>
      )}
      <div className="filters">
        <Select
          all
          label={w('看哪一类', 'Which kind')}
          options={optionsOf(kinds)}
          value={kind}
          choose={(chosen) => set('kind', chosen)}
        />
        <Select
          label={w('走多久', 'How long a walk')}
          options={limits.map((limit) => ({ value: String(limit), words: w(`${limit} 分钟`, `${limit} minutes`) }))}
          value={minutes}
          choose={(chosen) => set('minutes', chosen)}
        />
      </div>
      {chosen?.buildings === 0 && value && value.buildings > 0 && (
        <p className="note good">{say(w('每栋楼走这么久都有驿站。', 'Every building has a station within that walk.'))}</p>
      )}
      {value && chosen && chosen.buildings > 0 && (
        <>
          <h2>
            {say(
              w(
                `${value.without.length} 个小区有楼栋步行 ${minutes} 分钟内没有驿站`,
                `${value.without.length} estates have buildings without one within ${minutes} minutes`,
              ),
            )}
          </h2>
          {box && boundaries.value && (
            <Suspense fallback={<Skeleton rows={6} />}>
              <LazyMap
                small
                label={say(w('没有驿站的楼栋，下面的列表是同样的内容', 'where there is none; the list below says the same'))}
                bounds={box}
                boundaries={[boundaries.value]}
                marks={value.without.map(({ longitude, latitude, buildings }) => ({
                  longitude,
                  latitude,
                  count: buildings,
                  over: 0,
                }))}
              />
            </Suspense>
          )}
          {chosen.buildings > told && (
            <p className="note">
              {say(
                w(
                  `另有 ${chosen.buildings - told} 栋楼没有登记在小区里，地图和名单里没有它们。`,
                  `${chosen.buildings - told} more buildings are in no estate on record: neither map nor list has them.`,
                ),
              )}
            </p>
          )}
          <NextSites key={query} query={query} homes={homes} />
          <details>
            <summary>{say(w('逐个小区看', 'Estate by estate'))}</summary>
            <ul className="rows in-columns">
              {value.without.map((estate) => (
                <li key={estate.code}>
                  <span className="row-link">
                    <span className="strong">{estate.name}</span>
                    <span className="soft small">
                      {say(
                        w(
                          `${estate.buildings} 栋楼${value.counted === 'residents' ? `，${estate.residents} 人` : ''}`,
                          `${estate.buildings} buildings${value.counted === 'residents' ? `, ${estate.residents} people` : ''}`,
                        ),
                      )}
                    </span>
                  </span>
                </li>
              ))}
            </ul>
          </details>
        </>
      )}
    </div>
  )
}
