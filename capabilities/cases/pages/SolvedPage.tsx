import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { Frame } from '#web/shared/Frame.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { aboutHere, type Here } from '#web/shared/places/places.ts'
import { askHere } from '#web/shared/places/position.ts'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { useWhereabouts } from '#web/shared/places/useWhereabouts.ts'
import { Turn } from '#web/shared/Turn.tsx'
import type { SolvedCases } from '../contract/answers.ts'

/** What was solved nearby, for everybody: no words of anybody's, no exact place. */
export default function SolvedPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const [before, setBefore] = useState<string[]>([])
  // About where the phone is: it only sets the order.
  const near = useWhereabouts(askHere)
  const community = search.get('community') ?? undefined
  const last = before.at(-1)
  const asked = { ...(community && { community }), ...(last && !near.here && { before: last }), ...aboutHere(near.here) }
  const query = new URLSearchParams(asked)
  const { value, problem, reload } = useLoaded<SolvedCases>(`/api/solved?${query}`)
  return (
    <Frame title={w('身边办成的事', 'Solved nearby')}>
      <div className="stack">
        <h1>{say(w('身边办成的事', 'Solved nearby'))}</h1>
        <p className="soft">
          {say(
            w(
              '网格长核对过才登出来。只写什么事、哪个小区、哪个月，不写是谁报的、在哪一户。',
              'Each was checked by a grid leader. Only the matter, the estate and the month are told: never who reported it, nor which home.',
            ),
          )}
        </p>
        <Nearest near={near} />
        <details open={community !== undefined || near.missing}>
          <summary>{say(w('只看一个社区', 'One community only'))}</summary>
          <UnitPicker
            label={w('看哪个社区', 'Which community')}
            kinds={['community']}
            value={community}
            choose={(code) => {
              setBefore([])
              setSearch(code === undefined ? {} : { community: code })
            }}
            optional
          />
        </details>
        <Trouble problem={problem} again={reload} />
        {!value && !problem && <Skeleton />}
        {value?.rows.length === 0 && (
          <Empty
            words={
              community === undefined
                ? w(
                    '还没有可看的。事情办好、核对过后，会写在这里。',
                    'Nothing yet: what was put right and checked will be told here.',
                  )
                : w('这个社区还没有可看的。换个社区看看。', 'Nothing is told of this community yet: try another one.')
            }
          />
        )}
        <ul className="stack close">
          {value?.rows.map(({ id, category, place, month, summary, photos }) => (
            <li key={id} className="card">
              <div className="line">
                <span className="strong">{place ?? say(category)}</span>
                <span className="soft small far">{say(w(`${month.replace('-', '年')}月`, month))}</span>
              </div>
              <p className="pre">{summary}</p>
              {photos.length > 0 && (
                <ul className="photos">
                  {photos.map((photo, index) => (
                    <li key={photo}>
                      <img
                        loading="lazy"
                        src={`/api/solved/${id}/photos/${photo}`}
                        alt={say(w(`第 ${index + 1} 张`, `photo ${index + 1}`))}
                      />
                    </li>
                  ))}
                </ul>
              )}
              {place !== undefined && <p className="soft small">{say(category)}</p>}
            </li>
          ))}
        </ul>
        <Turn pages={before} next={value?.next} turn={setBefore} older />
      </div>
    </Frame>
  )
}

type Near = ReturnType<typeof useWhereabouts<Here>>

/** The nearest first, by a button; else the latest. */
function Nearest({ near: { here, looking, missing, look, forget } }: { near: Near }) {
  const say = useSay()
  return (
    <div className="stack close">
      <button type="button" className="button wide" disabled={looking} onClick={here ? forget : look}>
        {say(
          here
            ? w('现在是近的在前，改回新的在前', 'The nearest first: show the latest first')
            : looking
              ? w('正在定位…', 'Finding you…')
              : w('先看离我近的', 'Show the nearest first'),
        )}
      </button>
      <p className="soft small" role="status">
        {say(
          missing
            ? w(
                '没能取得位置，还是新的在前。可以在下面选您的社区。',
                'Your position is not available: the latest come first. You can choose your community below.',
              )
            : w(
                '位置只用来排前后，只精确到一百米，不保存。',
                'Your position only sets the order, to a hundred metres, and is not kept.',
              ),
        )}
      </p>
    </div>
  )
}
