import { useState } from 'react'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { useLive } from '#web/shared/live.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { Empty, Skeleton, Trouble } from '#web/shared/parts.tsx'
import { Turn } from '#web/shared/Turn.tsx'
import type { ErrandPage } from '../contract/errand.ts'
import { Card } from './Card.tsx'
import { yoursFirst } from './yours.ts'

/** The errands that one sees, asked by some filter, a page at a time. */
export function ErrandList({ filter, none }: { filter: Record<string, string>; none: Words }) {
  const say = useSay()
  const [pages, setPages] = useState<readonly string[]>([])
  const after = pages.at(-1)
  const query = new URLSearchParams({ ...filter, ...(after !== undefined && { after }) })
  const { value, problem, reload } = useLoaded<ErrandPage>(`/api/errands?${query}`)
  useLive(reload)
  return (
    <section className="stack close" aria-label={say(w('代办', 'Errands'))}>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={4} />}
      {value?.rows.length === 0 && <Empty words={none} />}
      <ul className="stack close">
        {value &&
          yoursFirst(value.rows).map((errand) => (
            <li key={errand.id}>
              <Card errand={errand} changed={reload} />
            </li>
          ))}
      </ul>
      <Turn pages={pages} next={value?.more ? value.rows.at(-1)?.id : undefined} turn={setPages} />
    </section>
  )
}
