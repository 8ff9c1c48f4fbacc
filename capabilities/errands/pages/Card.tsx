import { Suspense, useState } from 'react'
import { useSay, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { Due, Skeleton, When } from '#web/shared/parts.tsx'
import type { ErrandRow } from '../contract/errand.ts'
import { named, valueWords } from './words.ts'
import { stateFor, waitsForYou } from './yours.ts'

// Whoever looks through a list opens few of them.
const Opened = lazyPage(async () => ({ default: (await import('./Opened.tsx')).Opened }))

/** An errand as a card: what and how far it is; opened, with its papers and what one may do. */
export function Card({ errand, changed }: { errand: ErrandRow; changed: () => void }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const since = errand.requestedAt ?? errand.endedAt
  return (
    <article className="card stack close">
      <div className="line">
        <h2>{say(named(errand.itemName))}</h2>
        <span className={waitsForYou(errand) ? 'chip look-soon far' : 'chip far'}>{say(stateFor(errand))}</span>
      </div>
      <p className="soft small">
        {say(valueWords(errand.kind))} · {errand.communityName}
        {since !== undefined && (
          <>
            {' '}
            · <When at={since} />
          </>
        )}
      </p>
      {errand.dueAt !== undefined && errand.endedAt === undefined && (
        <p className="small">
          <Due at={errand.dueAt} />
        </p>
      )}
      {open ? (
        <Suspense fallback={<Skeleton rows={3} />}>
          <Opened id={errand.id} changed={changed} />
        </Suspense>
      ) : (
        <button type="button" className="button" onClick={() => setOpen(true)}>
          {say(w('打开', 'Open'))}
          <span className="unseen"> {say(named(errand.itemName))}</span>
        </button>
      )}
    </article>
  )
}
