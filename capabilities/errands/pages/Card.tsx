import { Suspense, useState } from 'react'
import { Link } from 'wouter'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { lazyPage } from '#web/shared/lazyPage.ts'
import { useNow } from '#web/shared/now.ts'
import { Due, Skeleton, When } from '#web/shared/parts.tsx'
import type { ErrandRow } from '../contract/errand.ts'
import { named, valueWords } from './words.ts'
import { lookOfErrand, stateFor } from './yours.ts'

// Whoever looks through a list opens few of them.
const Opened = lazyPage(async () => ({ default: (await import('./Opened.tsx')).Opened }))

/** An errand as a card: what and how far it is; opened, with its papers and what one may do. */
export function Card({ errand, changed }: { errand: ErrandRow; changed: () => void }) {
  const [say, now] = [useSay(), useNow()]
  const [open, setOpen] = useState(false)
  const since = errand.requestedAt ?? errand.endedAt
  return (
    <article className="card stack close">
      <div className="line">
        <h2>{say(named(errand.itemName))}</h2>
        <LookChip look={lookOfErrand(errand, now)} words={stateFor(errand)} far />
      </div>
      <p className="soft small">
        <Link href={`/errands/${errand.id}`}>{say(w(`编号 ${errand.number}`, `number ${errand.number}`))}</Link> ·{' '}
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
