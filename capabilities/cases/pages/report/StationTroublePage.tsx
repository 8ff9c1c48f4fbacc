import { useEffect, useState } from 'react'
import { Link, useLocation } from 'wouter'
import { troubles } from '#capabilities/stations/contract/troubles.ts'
import type { SeenStation } from '#capabilities/stations/show.ts'
import { Frame } from '#web/shared/Frame.tsx'
import { Choice } from '#web/shared/form/Choice.tsx'
import { Lines } from '#web/shared/form/Line.tsx'
import { optionsOf } from '#web/shared/form/optionsOf.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Skeleton, Trouble } from '#web/shared/parts.tsx'
import { useCategories } from '../categories.ts'
import { NoRoom } from './NoRoom.tsx'
import { isTrouble, type Said, saidIn, wordsOf } from './said.ts'
import { useDraft } from './useDraft.ts'
import { useDraftId } from './useDraftId.ts'

/** The category of what is wrong at a station, as districts start with it. */
const category = 'services.station'

/** Something is wrong at a station: what, in one tap. The ordinary report goes on from there, with place and station filled in. */
export default function StationTroublePage({ code }: { code: string }) {
  const say = useSay()
  const id = useDraftId()
  const { value: station, problem, reload } = useLoaded<SeenStation>(`/api/stations/${encodeURIComponent(code)}`)
  return (
    <Frame title={w('驿站有问题', 'Something is wrong here')}>
      <div className="to-thumb">
        <Link href={`/stations/${encodeURIComponent(code)}`}>{say(w('‹ 回到驿站', '‹ Back to the station'))}</Link>
        <Trouble problem={problem} again={reload} />
        {!station && !problem && <Skeleton />}
        {station && id !== undefined && <What key={id} {...{ id, station }} />}
      </div>
    </Frame>
  )
}

function What({ id, station: { code, name, community, longitude, latitude } }: { id: string; station: SeenStation }) {
  const say = useSay()
  const [, go] = useLocation()
  const { value: categories } = useCategories()
  const { draft, isFull, change } = useDraft(id, {})
  const [said, setSaid] = useState(() => saidIn(draft.words))
  const { trouble, more } = said
  const write = (next: Said) => {
    setSaid(next)
    change({
      ...{ words: wordsOf(next), station: { code, name } },
      place: { given: { point: { longitude, latitude, system: 'wgs84' } }, label: name, community },
      ...(categories?.some((one) => one.code === category) && { category }),
    })
  }
  const isSaid = wordsOf(said).trim() !== ''
  // What comes next is fetched while this is answered: it is there also where the network has gone by then.
  useEffect(() => {
    if (isSaid) import('./ReportPage.tsx').catch(() => {})
  }, [isSaid])
  return (
    <>
      <h1>{say(w(`${name}：什么有问题？`, `What is wrong at ${name}?`))}</h1>
      <Choice
        legend={w('选一样', 'Choose one')}
        options={optionsOf(troubles)}
        value={trouble}
        choose={(chosen) => isTrouble(chosen) && write({ trouble: chosen, more })}
      />
      <Lines
        label={w('再说几句', 'A few words more')}
        optional={trouble !== 'other'}
        value={more}
        change={(words) => write({ trouble: trouble ?? 'other', more: words })}
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
        <button
          type="button"
          className="button main"
          disabled={!isSaid}
          onClick={() => {
            write(said)
            go(`/report?draft=${id}`, { state: { step: 'check' } })
          }}
        >
          {say(
            isSaid
              ? w('下一步', 'Next')
              : trouble === 'other'
                ? w('请再说几句', 'Say a little more')
                : w('先选一样', 'Choose one first'),
          )}
        </button>
      </div>
    </>
  )
}
