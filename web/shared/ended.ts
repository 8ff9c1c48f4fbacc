import type { Problem } from './ask.ts'
import { w } from './language.ts'
import { isStaff, useSession } from './session.tsx'

export const endedWords = w(
  '登录已经过期，没有送出。您写的还在，登录后接着办就行。',
  'Your session has ended, so it was not sent. What you typed is kept: sign in and go on.',
)

/** Whether something was not sent because whoever works here is signed in no longer. */
export function useEnded(problem: Problem | undefined): boolean {
  const { value: session } = useSession()
  return problem?.code === 'notSignedIn' && isStaff(session)
}
