import { Suspense } from 'react'
import type { Problem } from './ask.ts'
import { useSay, w } from './language.ts'
import { lazyPage } from './lazyPage.ts'
import { Trouble } from './parts.tsx'

const WaysIn = lazyPage(() => import('./WaysIn.tsx'))

/** Why a page of one's own is not shown: who is not signed in is shown the ways in, whatever else is wrong is said. */
export function Barred({ problem, again }: { problem: Problem | undefined; again: () => void }) {
  const say = useSay()
  if (problem?.code !== 'notSignedIn') return <Trouble problem={problem} again={again} />
  return (
    <Suspense>
      <WaysIn done={again}>
        <p>{say(w('这是您自己的页面，登录后才能看。', 'This page is your own: sign in to see it.'))}</p>
      </WaysIn>
    </Suspense>
  )
}
