import { useState } from 'react'
import { command } from '#web/shared/ask.ts'
import { useSay, w } from '#web/shared/language.ts'
import { OnDay, Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { Standing } from './standing.ts'
import { valueWords } from './words.ts'

type Claim = Standing['mine']['claims'][number]

/** The areas that one looks after, each to be renewed or released. */
export function Claims({ id, mine, changed }: Standing) {
  const say = useSay()
  if (mine.claims.length === 0) return <p className="soft">{say(w('还没有认领。', 'None yet.'))}</p>
  return (
    <ul className="stack close">
      {mine.claims.map((claim) => (
        <li key={claim.id}>
          <One {...{ id, claim, changed }} />
        </li>
      ))}
    </ul>
  )
}

function One({ id, claim, changed }: { id: string; claim: Claim; changed: () => void }) {
  const say = useSay()
  const [asking, setAsking] = useState(false)
  const { busy, problem, press } = useSending(
    ({ name }: { name: string }, key) => command(`/api/declarations/${id}/${name}`, { claim: claim.id }, key),
    changed,
  )
  return (
    <article className="sheet stack close">
      <p className="strong">{claim.where}</p>
      <p>{claim.promise}</p>
      <p className="soft">
        {say(valueWords(claim.kind))} · {say(w('到 ', 'until '))}
        <OnDay day={claim.until} />
      </p>
      <Trouble problem={problem} />
      {asking ? (
        <>
          <p>{say(w('放下后，邻居就看不到这一处了。', 'Once released, neighbours see it no more.'))}</p>
          <div className="line">
            <button type="button" className="button danger" disabled={busy} onClick={() => press({ name: 'release' })}>
              {say(w('确定放下', 'Release it'))}
            </button>
            <button type="button" className="button plain" onClick={() => setAsking(false)}>
              {say(w('先不放', 'Not now'))}
            </button>
          </div>
        </>
      ) : (
        <div className="line">
          <button type="button" className="button" disabled={busy} onClick={() => press({ name: 'renew' })}>
            {say(w('续认一年', 'Renew for a year'))}
          </button>
          <button type="button" className="button plain far" onClick={() => setAsking(true)}>
            {say(w('放下', 'Release'))}
          </button>
        </div>
      )}
    </article>
  )
}
