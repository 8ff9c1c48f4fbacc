import { createContext, type ReactNode, Suspense, useContext, useEffect } from 'react'
import type { Me } from '#kernel/people/shown.ts'
import { ask } from './ask.ts'
import { forgetBegun } from './forgetBegun.ts'
import { keep, kept } from './kept.ts'
import { lazyPage } from './lazyPage.ts'
import { type Loaded, useLoaded } from './loaded.ts'
import { wipeCopies } from './offline/copies.ts'
import { ownerOf, setOwner } from './offline/owner.ts'
import { useSending } from './sending.ts'

/** Who is signed in here, and at which post. */
export type Session = Me

const IdleEnd = lazyPage(() => import('./IdleEnd.tsx'))

const Context = createContext<Loaded<Session>>({ reload: () => {}, put: () => {} })

/** Tells all pages who is signed in. Without a network it is whoever was here last: nothing is shown but what this device keeps. */
export function SessionProvider({ children }: { children: ReactNode }) {
  const loaded = useLoaded<Session>('/api/session')
  const { value, problem } = loaded
  const last = value === undefined && problem?.status === 0 ? kept<Session | undefined>('session', undefined) : undefined
  const session = value ?? last
  if (session) setOwner(session)
  useEffect(() => {
    if (!value) return
    keep('session', value)
    // What was kept for another account or post is no longer anybody's business here.
    if (kept('owner', '') !== ownerOf(value)) wipeCopies()
    keep('owner', ownerOf(value))
    // Of a session that has only ended, whoever signs in again goes on with what they wrote.
    if (value.signedIn) forgetBegun(value.account)
  }, [value])
  return (
    <Context value={last ? { ...loaded, value: last } : loaded}>
      {children}
      {value?.idleMinutes !== undefined && (
        <Suspense>
          <IdleEnd minutes={value.idleMinutes} ask={loaded.reload} />
        </Suspense>
      )}
    </Context>
  )
}

/** The session, once it is known; call `reload` after signing in or out. */
export const useSession = () => useContext(Context)

/** Signs out here, once the server has: what this device kept for the shift, or was begun at a desk, is wiped too. `then` is what follows. */
export function useLeave(then: () => void = () => {}) {
  const { reload } = useSession()
  return useSending<void, unknown>(
    () => ask('/api/session', { method: 'DELETE' }),
    async () => {
      await wipeCopies()
      forgetBegun()
      keep('leftAlone', undefined)
      reload()
      then()
    },
  )
}

export const isStaff = (session: Session | undefined): boolean => session?.kind === 'staff'
