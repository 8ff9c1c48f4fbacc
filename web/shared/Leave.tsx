import { useLocation } from 'wouter'
import { useSay, w } from './language.ts'
import { Trouble } from './parts.tsx'
import { isStaff, useLeave, useSession } from './session.tsx'

/** Signs out, and shows where one signs in; or why one is still signed in. */
export function Leave({ className }: { className?: string }) {
  const say = useSay()
  const [, go] = useLocation()
  const { value: session } = useSession()
  const { busy, problem, press } = useLeave(() => go(isStaff(session) ? '/work' : '/my'))
  if (!session?.signedIn) return null
  return (
    <>
      <button type="button" className={className} disabled={busy} onClick={() => press()}>
        {say(w('退出登录', 'Sign out'))}
      </button>
      <Trouble problem={problem} />
    </>
  )
}
