import { useEffect, useState } from 'react'
import { Link } from 'wouter'
import { type Problem, post } from '#web/shared/ask.ts'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble, When } from '#web/shared/parts.tsx'
import { useSettled } from '#web/shared/settled.ts'
import { useCategories } from '../categories.ts'
import { StateChip } from '../StateChip.tsx'
import type { CaseRow } from '../view.ts'

/** What the caller told before: asked for once the number is whole. Each of those reporters sees that it was looked up. */
export function EarlierCalls({ phone }: { phone: string }) {
  const say = useSay()
  const { value: categories } = useCategories()
  const number = useSettled(phone.trim(), 800)
  // A mobile number has eleven digits; of others nobody can tell when they are whole, but for the pause after them.
  const digits = number.replace(/\D/g, '').length
  const whole = /^\+?[0-9-]{7,20}$/.test(number) && (number.startsWith('1') ? digits === 11 : digits >= 7)
  const [found, setFound] = useState<{ rows?: CaseRow[]; problem?: Problem }>({})
  useEffect(() => {
    setFound({})
    if (!whole) return
    let gone = false
    post<CaseRow[]>('/api/cases/calls', { phone: number }).then((reply) => {
      if (!gone) setFound(reply.done ? { rows: reply.value } : { problem: reply.problem })
    })
    return () => {
      gone = true
    }
  }, [number, whole])
  if (!whole) return null
  return (
    <section className="stack close" aria-live="polite">
      <h2>{say(w('这个号码以前报过的', 'Reported before from this number'))}</h2>
      <Trouble problem={found.problem} />
      {found.rows?.length === 0 && (
        <p className="soft">{say(w('没有，或不归您的岗位看。', 'Nothing, or nothing that your post sees.'))}</p>
      )}
      <ul className="stack tight">
        {found.rows?.map((row) => {
          const name = categories?.find(({ code }) => code === row.category)?.name
          return (
            <li key={row.id} className="card">
              <StateChip state={row.state} dueAt={row.dueAt} yellowAt={row.yellowAt} />
              <Link className="open" href={`/case/${row.id}`}>
                {name ? say(name) : row.category} · {row.place}
              </Link>
              <p className="soft small">
                {row.number} · <When at={row.reportedAt} />
              </p>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
