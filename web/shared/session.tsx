import { createContext, type ReactNode, useContext } from 'react'
import { type Loaded, useLoaded } from './loaded.ts'

/** Who is signed in here, and at which post, as `/api/session` tells. */
export interface Session {
  signedIn: boolean
  district: string
  kind?: string
  name?: string
  role?: string
  unit?: string
  post?: string
  item?: string
  posts: { id: string; role: string; unit: string; standsIn: boolean }[]
  /** What has to be done first: a new password, or a second factor. */
  first?: 'password' | 'secondFactor'
  secondFactor: boolean
}

const Context = createContext<Loaded<Session>>({ reload: () => {}, put: () => {} })

export function SessionProvider({ children }: { children: ReactNode }) {
  return <Context value={useLoaded<Session>('/api/session')}>{children}</Context>
}

/** The session, once it is known; call `reload` after signing in or out. */
export const useSession = () => useContext(Context)

export const isStaff = (session: Session | undefined): boolean => session?.kind === 'staff'
