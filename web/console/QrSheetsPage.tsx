import { useSearchParams } from 'wouter'
import { useSay, w } from '../shared/language.ts'
import { useLoaded } from '../shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '../shared/parts.tsx'
import { type Units, unitsPath } from '../shared/places/places.ts'
import { UnitPicker } from '../shared/places/UnitPicker.tsx'
import { Qr } from '../shared/Qr.tsx'
import { useSession } from '../shared/session.tsx'
import './qr.css'

/** Sheets of codes for the doors of an estate, to print on A4 or keep as PDF: scanning one opens the report page with its place. */
export default function QrSheetsPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const estate = search.get('estate') ?? undefined
  const { value: session } = useSession()
  const near = useLoaded<Units>(session?.unit && unitsPath({ parent: session.unit, kinds: ['estate'], limit: 100 }))
  const mine = near.value?.rows ?? []
  const { value: own } = useLoaded<{ label: string }>(estate && `/api/places/${encodeURIComponent(estate)}`)
  const buildings = useLoaded<Units>(estate && unitsPath({ parent: estate, kinds: ['building'], limit: 500 }))
  const name = own?.label ?? ''
  const doors = buildings.value?.rows.map(({ code, name: door }) => ({ code, label: `${name}${door}` })) ?? []
  const all = estate === undefined || own === undefined ? [] : [{ code: estate, label: name }, ...doors]
  return (
    <div className="stack qr-page">
      <div className="line no-print">
        <h1>{say(w('二维码打印', 'Sheets of codes'))}</h1>
        {all.length > 0 && (
          <button type="button" className="button main far" onClick={() => print()}>
            {say(w(`打印 ${all.length} 张`, `Print ${all.length}`))}
          </button>
        )}
      </div>
      <div className="no-print stack close">
        <p className="soft">
          {say(
            w(
              '选一个小区，打印后贴在单元门、电梯间。居民扫码就能报事，不用下载、不用登录；门牌上已有官方编码的，不必再贴。',
              'Choose an estate, print, and put them up at doors and lifts. Whoever scans one reports at once: nothing to install, no account. A door with an official code needs no second one.',
            ),
          )}
        </p>
        {mine.length > 0 && (
          <div className="line">
            {mine.map(({ code, name: called }) => (
              <button
                key={code}
                type="button"
                className="button"
                aria-pressed={code === estate}
                onClick={() => setSearch({ estate: code })}
              >
                {called}
              </button>
            ))}
          </div>
        )}
        <UnitPicker
          label={mine.length > 0 ? w('别的小区', 'Another estate') : w('小区', 'Estate')}
          kinds={['estate']}
          value={estate}
          choose={(code) => setSearch(code === undefined ? {} : { estate: code })}
        />
        <Trouble problem={buildings.problem} again={buildings.reload} />
        {estate !== undefined && !buildings.value && !buildings.problem && <Skeleton />}
        {buildings.value?.rows.length === 0 && (
          <Empty
            words={w('这个小区还没有登记楼栋，先打印小区的码。', 'No buildings are on record here: print the estate’s own code.')}
          />
        )}
      </div>
      <ul className="qr-sheet">
        {all.map(({ code, label }) => (
          <li key={code}>
            <Qr text={`${location.origin}/r/${encodeURIComponent(code)}`} label={label} />
            <p className="qr-name">{label}</p>
            <p>{say(w('扫码报事 · 不用下载 · 不用登录', 'Scan to report · no app · no account'))}</p>
            <p className="soft small">{code}</p>
          </li>
        ))}
      </ul>
    </div>
  )
}
