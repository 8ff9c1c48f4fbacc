import { useState } from 'react'
import { Link } from 'wouter'
import { command } from '#web/shared/ask.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useLoaded } from '#web/shared/loaded.ts'
import { OnDay, Trouble } from '#web/shared/parts.tsx'
import type { ChosenPlace } from '#web/shared/places/places.ts'
import { inFours } from '#web/shared/queryCode.ts'
import { useSending } from '#web/shared/sending.ts'
import { StateChip } from '../StateChip.tsx'
import { type SimilarCase, similarPath } from '../similar.ts'
import { isOpen } from '../states.ts'
import type { CommandReply } from '../view.ts'
import { rememberSent, sentFromHere, sentOf } from './sent.ts'

interface Around {
  place: ChosenPlace
  category: string
  joined?: () => void
  /** Whether it is read by staff who write for somebody else: they join nothing, and tell that person. */
  staff?: boolean
}

/** Reports like this one nearby: joining one is quicker than repeating it. Nothing is shown where there is none. */
export function Similar({ place, category, joined, staff = false }: Around) {
  const say = useSay()
  const { value } = useLoaded<SimilarCase[]>(similarPath(place.given, category))
  const rows = value?.slice(0, 3) ?? []
  if (rows.length === 0) return null
  const sent = sentFromHere()
  const isOwn = ({ id, own }: SimilarCase) => own === true || sent.some((one) => one.id === id)
  const open = rows.filter(({ state }) => isOpen(state))
  return (
    <section className="stack close">
      <h2>
        {say(
          open.length > 0
            ? w('附近有人报过相近的事', 'Neighbours reported something like it')
            : w('附近办过相近的事', 'Something like it was dealt with nearby'),
        )}
      </h2>
      {open.some((row) => !isOwn(row)) && (
        <p className="soft">
          {say(
            staff
              ? w(
                  '是同一件事的，告诉对方已有人报、办到哪一步；仍要登记的，登记后可以并单。',
                  'If it is the same matter, tell them so and how far it is; what is filed all the same can be merged.',
                )
              : w(
                  '是同一件事，点“附议”就行，进展也会告诉您。',
                  'If it is the same matter, just join: you will hear what becomes of it.',
                ),
          )}
        </p>
      )}
      {rows.map((row) => (
        <Row key={row.id} row={row} isOwn={isOwn(row)} then={joined ?? nothing} staff={staff} />
      ))}
    </section>
  )
}

const nothing = () => {}

function Row({ row, isOwn, then, staff }: { row: SimilarCase; isOwn: boolean; then: () => void; staff: boolean }) {
  const say = useSay()
  const [joined, setJoined] = useState<{ code?: string }>()
  const { busy, problem, press } = useSending(
    // By a key of its own: who tries again, after a reload too, is told their code again.
    () => command<CommandReply>(`/api/cases/${row.id}/join`, {}, `join ${row.id}`),
    (reply) => {
      const code = reply.secret?.queryCode
      setJoined(code === undefined ? {} : { code })
      rememberSent({ ...sentOf(reply), number: row.number })
      then()
    },
  )
  const people = row.followers + (joined ? 2 : 1)
  return (
    <article className="card">
      <div className="line">
        <StateChip state={row.state} />
        <span className="soft small far">
          {row.metres !== undefined && say(w(`${row.metres} 米内 · `, `within ${row.metres} m · `))}
          <OnDay day={row.reportedOn} />
        </span>
      </div>
      <p>
        {row.place} · {row.gist.join(say(w('、', ', ')))}
      </p>
      {row.summary !== undefined && <p className="soft">{row.summary}</p>}
      <div className="line">
        <span className="soft">{say(w(`${people} 人关心`, `${people} people`))}</span>
        {staff ? (
          <Link className="far" href={`/case/${row.id}`}>
            {say(w('看这一件', 'Open it'))}
          </Link>
        ) : joined ? (
          <Link className="far" href="/my">
            {say(w('✓ 已附议，在“我的报单”里看进展', '✓ Joined: follow it under my reports'))}
          </Link>
        ) : isOwn ? (
          <Link className="far" href={row.own ? `/case/${row.id}` : '/my'}>
            {say(w('您报过或附议过，去看进展', 'Yours already: see how far it is'))}
          </Link>
        ) : (
          isOpen(row.state) && (
            <button type="button" className="button far" disabled={busy} onClick={() => press({})}>
              {say(w('附议', 'Join'))}
            </button>
          )
        )}
      </div>
      {joined?.code !== undefined && (
        <p>
          {say(w('查询码', 'Query code'))} <span className="big-code">{inFours(joined.code)}</span>
        </p>
      )}
      <Trouble problem={problem} />
    </article>
  )
}
