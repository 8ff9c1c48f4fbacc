import { useState } from 'react'
import { useSearchParams } from 'wouter'
import { Frame } from '#web/shared/Frame.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { UnitPicker } from '#web/shared/places/UnitPicker.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import type { SolvedCases } from '../contract/answers.ts'

/** What was solved nearby, for everybody: no words of anybody's, no exact place. */
export default function SolvedPage() {
  const say = useSay()
  const [search, setSearch] = useSearchParams()
  const [before, setBefore] = useState<string[]>([])
  const community = search.get('community') ?? undefined
  const last = before.at(-1)
  const query = new URLSearchParams({ ...(community && { community }), ...(last && { before: last }) })
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
        <details open={community !== undefined}>
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
          {value?.rows.map(({ id, category, estate, month, summary, photos }) => (
            <li key={id} className="card">
              <p className="strong">{say(category)}</p>
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
              <p className="soft small">{[estate, say(w(`${month.replace('-', '年')}月`, month))].filter(Boolean).join(' · ')}</p>
            </li>
          ))}
        </ul>
        <Turn pages={before} next={value?.next} turn={setBefore} older />
      </div>
    </Frame>
  )
}
