import { useCallback, useRef, useState } from 'react'
import type { Problem } from './ask.ts'
import { endedWords, useEnded } from './ended.ts'
import { useSay, w } from './language.ts'
import { SignIn } from './SignIn.tsx'
import { useSession } from './session.tsx'

/**
 * What stands under a form, never in it, whose sending found the session ended: it says so and signs in on the spot, so that what was
 * typed stays on the page. The cursor goes back to where it was. Nothing where that is not the problem.
 */
export default function SignInAgain({ problem }: { problem: Problem | undefined }) {
  const say = useSay()
  const { reload } = useSession()
  const hasEnded = useEnded(problem)
  const [mended, setMended] = useState<Problem>()
  const was = useRef<Element>(null)
  const show = useCallback((section: HTMLElement | null) => {
    if (!section) return
    was.current = document.activeElement
    section.scrollIntoView({ block: 'nearest' })
    section.querySelector('input')?.focus()
  }, [])
  if (!hasEnded) return null
  if (mended === problem)
    return (
      <p className="note good" role="status">
        {say(w('已登录，写的都在，请再按一次。', 'You are signed in, and all you typed is here: press again.'))}
      </p>
    )
  return (
    <section className="stack close" ref={show}>
      <p className="note warm" role="alert">
        {say(endedWords)}
      </p>
      <SignIn
        done={() => {
          setMended(problem)
          reload()
          if (was.current instanceof HTMLElement) was.current.focus()
        }}
      />
    </section>
  )
}
