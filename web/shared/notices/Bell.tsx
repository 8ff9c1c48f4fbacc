import { Link, useLocation } from 'wouter'
import { useSay, w } from '../language.ts'
import { useLive } from '../live.ts'
import { useLoaded } from '../loaded.ts'
import { isStaff, useSession } from '../session.tsx'
import { thingOf } from './folded.ts'
import type { Notice } from './notices.ts'

/** How many notices are unread, and the way to them; for whoever has an account here. */
export function Bell() {
  const { value: session } = useSession()
  if (!session?.signedIn || session.first) return null
  if (!isStaff(session) && session.kind !== 'resident') return null
  // Another post hears other things.
  return <Count key={session.post ?? session.name ?? ''} />
}

function Count() {
  const say = useSay()
  const [here] = useLocation()
  const { value, reload } = useLoaded<Notice[]>('/api/notices')
  useLive(reload)
  // Who looks at them has seen them. It counts lines: what is told of one thing is one.
  const fresh = here === '/notices' ? [] : (value?.filter(({ read }) => !read) ?? [])
  const unread = new Set(fresh.map(thingOf)).size
  const name = unread === 0 ? w('消息', 'Notices') : w(`消息，${unread} 条没看`, `Notices, ${unread} unread`)
  return (
    <Link className="button bell" href="/notices" aria-label={say(name)}>
      <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="2" strokeLinejoin="round" aria-hidden="true">
        <path d="M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4" />
      </svg>
      {unread > 0 && <span className="count">{unread > 99 ? '99+' : unread}</span>}
    </Link>
  )
}
