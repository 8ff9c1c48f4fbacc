import { Link } from 'wouter'
import { useSay, w } from '../language.ts'
import { Due, When } from '../parts.tsx'
import type { Line } from './folded.ts'
import { pageOf } from './notices.ts'

/** What I was told about one thing: what it is, where and until when, the latest word, and behind a fold those before. */
export function NoticeLine({ latest, earlier, unread }: Line) {
  const say = useSay()
  const { about, words } = latest
  return (
    <li className={unread ? 'card new' : 'card'}>
      <Link className="open" href={pageOf(latest)}>
        {about ? `${say(about.matter)} · ${about.place}` : say(words)}
      </Link>
      {about && <p>{say(words)}</p>}
      {about?.dueAt !== undefined && (
        <p className="small">
          <Due at={about.dueAt} yellow={about.yellowAt} />
        </p>
      )}
      <p className="soft small">
        {unread && say(w('新 · ', 'new · '))}
        <When at={latest.at} />
      </p>
      {earlier.length > 0 && (
        <details className="small">
          <summary>{say(w(`这件事之前还有 ${earlier.length} 条`, `${earlier.length} more of this before`))}</summary>
          <ul className="stack close">
            {earlier.map((one) => (
              <li key={one.id}>
                {say(one.words)}{' '}
                <span className="soft">
                  · <When at={one.at} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}
