import { useState } from 'react'
import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { When } from '#web/shared/parts.tsx'
import { useSession } from '#web/shared/session.tsx'
import type { Draft } from './draft.ts'
import { forgetDraft, useDrafts } from './drafts.ts'

/**
 * What was begun on this phone and not sent: each to go on with, or to throw away. Nothing where there is none. Of what somebody
 * began who was signed in, others are told only that it is there.
 */
export function Unfinished({ but, open = false }: { but?: string; open?: boolean }) {
  const say = useSay()
  const { value: session } = useSession()
  const all = useDrafts().filter(({ id }) => id !== but)
  const drafts = all.filter(({ by }) => by === undefined || by === session?.account)
  const others = session ? all.length - drafts.length : 0
  const elsewhere = others > 0 && (
    <p className="soft small">
      {say(
        w(
          `另有 ${others} 件是登录着写的，本人登录后能接着写。`,
          `${others} more were begun by somebody signed in: they are there once that person signs in.`,
        ),
      )}
    </p>
  )
  if (drafts.length === 0) return elsewhere || null
  return (
    <details open={open}>
      <summary>{say(w(`还没写完 ${drafts.length} 件`, `${drafts.length} unfinished`))}</summary>
      <ul className="stack close">
        {drafts.map((draft) => (
          <li key={draft.id}>
            <Begun draft={draft} />
          </li>
        ))}
      </ul>
      {elsewhere}
    </details>
  )
}

function Begun({ draft }: { draft: Draft }) {
  const say = useSay()
  const [sure, setSure] = useState(false)
  const { id, words, photos, place, at } = draft
  const begun = words.trim()
  const pictures = w(`${photos.length} 张照片`, `${photos.length} photo${photos.length === 1 ? '' : 's'}`)
  return (
    <article className="card">
      <p className="strong begun">{begun || say(pictures)}</p>
      <p className="soft small">
        {place && `${place.label} · `}
        {begun !== '' && photos.length > 0 && `${say(pictures)} · `}
        <When at={at} />
      </p>
      {sure && (
        <p role="alert">
          {say(
            photos.length > 0
              ? w(
                  `您写的${begun.length} 个字和 ${photos.length} 张照片会丢掉，找不回来。确定吗？`,
                  `What you wrote and ${pictures.en} are lost for good. Sure?`,
                )
              : w(`您写的 ${begun.length} 个字会丢掉，找不回来。确定吗？`, 'What you wrote is lost for good. Sure?'),
          )}
        </p>
      )}
      <div className="line">
        {sure ? (
          <>
            <button type="button" className="button danger" onClick={() => forgetDraft(draft)}>
              {say(w('丢掉', 'Throw away'))}
            </button>
            <button type="button" className="button" onClick={() => setSure(false)}>
              {say(w('留着', 'Keep'))}
            </button>
          </>
        ) : (
          <>
            <Link className="button" href={`/report?draft=${id}`}>
              {say(w('接着写', 'Go on'))}
            </Link>
            <button type="button" className="button plain far" onClick={() => setSure(true)}>
              {say(w('丢掉', 'Throw away'))}
            </button>
          </>
        )}
      </div>
    </article>
  )
}
