import { useState } from 'react'
import { Link, useLocation } from 'wouter'
import { troubles } from '#capabilities/stations/contract/troubles.ts'
import type { SeenStation } from '#capabilities/stations/show.ts'
import { Frame } from '#web/shared/Frame.tsx'
import { Choice } from '#web/shared/form/Choice.tsx'
import { Lines } from '#web/shared/form/Line.tsx'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { freshId } from '#web/shared/fresh.ts'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useCategories } from '../categories.ts'
import { freshDraft } from './draft.ts'
import { keepDraft } from './drafts.ts'
import { NoRoom } from './NoRoom.tsx'

/** The category of what is wrong at a station, as districts start with it. */
const category = 'services.station'
const words: Readonly<Record<string, Words>> = troubles

/** Something is wrong at a station: what, in one tap. The ordinary report goes on from there, with place and station filled in. */
export default function StationTroublePage({ code }: { code: string }) {
  const say = useSay()
  const [, go] = useLocation()
  const { value: station, problem, reload } = useLoaded<SeenStation>(`/api/stations/${encodeURIComponent(code)}`)
  const { value: categories } = useCategories()
  const [trouble, choose] = useState('')
  const [more, write] = useState('')
  const [isFull, setFull] = useState(false)
  const said = [...(trouble === '' || trouble === 'other' ? [] : [words[trouble]?.zh ?? '']), more.trim()].filter(
    (one) => one !== '',
  )
  const report = ({ name, community, longitude, latitude }: SeenStation) => {
    const id = freshId()
    const isKept = keepDraft({
      ...freshDraft(id),
      ...{ at: new Date().toISOString(), words: said.join('。'), station: code },
      place: { given: { point: { longitude, latitude, system: 'wgs84' } }, label: name, community },
      ...(categories?.some((one) => one.code === category) && { category }),
    })
    if (isKept) go(`/report?draft=${id}`, { state: { step: 'check' } })
    else setFull(true)
  }
  return (
    <Frame title={w('驿站有问题', 'Something is wrong here')}>
      <div className="to-thumb">
        <Link href={`/stations/${encodeURIComponent(code)}`}>{say(w('← 回到驿站', '← Back to the station'))}</Link>
        <Trouble problem={problem} again={reload} />
        {!station && !problem && <Skeleton />}
        {station && (
          <>
            <h1>{say(w(`${station.name}：什么有问题？`, `What is wrong at ${station.name}?`))}</h1>
            <Choice legend={w('选一样', 'Choose one')} options={optionsOf(troubles)} value={trouble} choose={choose} />
            <Lines
              label={w('再说几句', 'A few words more')}
              optional={trouble !== 'other'}
              value={more}
              change={write}
              most={1000}
            />
            {isFull && <NoRoom />}
            <p className="soft">
              {say(
                w(
                  '下一步看一眼就能送出，会转给社区和看管的单位，办好了告诉您。',
                  'One look, then it goes to the community and to whoever keeps the station; you hear what became of it.',
                ),
              )}
            </p>
            <div className="thumb">
              <button type="button" className="button main" disabled={said.length === 0} onClick={() => report(station)}>
                {say(
                  said.length > 0
                    ? w('下一步', 'Next')
                    : trouble === 'other'
                      ? w('请再说几句', 'Say a little more')
                      : w('先选一样', 'Choose one first'),
                )}
              </button>
            </div>
          </>
        )}
      </div>
    </Frame>
  )
}
