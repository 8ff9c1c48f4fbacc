import { useState } from 'react'
import { Link } from 'wouter'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '../../../shared/parts.tsx'
import { type Units, unitsPath } from '../../../shared/places/places.ts'
import { Turn } from '../../../shared/Turn.tsx'
import { kindWords, unitAddress } from './unit.ts'

/** Units by a part of their name or their whole code, a page at a time. */
export function FoundUnits({ search, chosen }: { search: string; chosen: string | undefined }) {
  const say = useSay()
  const [pages, setPages] = useState<readonly string[]>([])
  const { value, problem, reload } = useLoaded<Units>(unitsPath({ search, limit: 30, after: pages.at(-1) }))
  return (
    <div className="stack close">
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={4} />}
      {value?.rows.length === 0 && (
        <Empty words={w('没有这个名称或编码，少打几个字试试。', 'Nothing of that name or code: try fewer letters.')} />
      )}
      <ul className="tree">
        {value?.rows.map(({ code, name, kind }) => (
          <li key={code}>
            <div className="node">
              <Link
                href={`${unitAddress(code)}?${new URLSearchParams({ search })}`}
                {...(chosen === code && { 'aria-current': 'true' as const })}
              >
                {name}{' '}
                <span className="soft small">
                  {say(kindWords(kind))} · {code}
                </span>
              </Link>
            </div>
          </li>
        ))}
      </ul>
      <Turn pages={pages} next={value?.next} turn={setPages} />
    </div>
  )
}
