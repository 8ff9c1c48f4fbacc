import { useState } from 'react'
import { Link } from 'wouter'
import type { PostRows } from '#kernel/people/admin/shown.ts'
import { useSay, w } from '../../../shared/language.ts'
import { useLoaded } from '../../../shared/loaded.ts'
import { Skeleton, Trouble } from '../../../shared/parts.tsx'
import { roleWords } from '../../../shared/roles.ts'
import { Turn } from '../../../shared/Turn.tsx'
import { Term } from '../Term.tsx'

/** Who has a post at a unit today. */
export function UnitPosts({ code }: { code: string }) {
  const say = useSay()
  const [pages, setPages] = useState<readonly string[]>([])
  const after = pages.at(-1)
  const query = new URLSearchParams({ unit: code })
  if (after !== undefined) query.set('after', after)
  const { value, problem, reload } = useLoaded<PostRows>(`/api/posts?${query}`)
  return (
    <section className="stack close">
      <h3>{say(w('谁在这里任职', 'Who has a post here'))}</h3>
      <Trouble problem={problem} again={reload} />
      {!value && !problem && <Skeleton rows={2} />}
      {value?.rows.length === 0 && <p className="soft">{say(w('今天没有人在这里任职。', 'Nobody has a post here today.'))}</p>}
      <ul className="stack tight">
        {value?.rows.map(({ id, name, role, starts, ends, standInFor }) => (
          <li key={id} className="line">
            <Link href={`/console/people?${new URLSearchParams({ search: name })}`}>{name}</Link>
            <span>
              {say(roleWords(role))}
              {standInFor !== undefined && say(w('（代班）', ' (stand-in)'))}
            </span>
            <span className="soft small">
              <Term starts={starts} ends={ends} />
            </span>
          </li>
        ))}
      </ul>
      <Turn pages={pages} next={value?.next} turn={setPages} />
    </section>
  )
}
