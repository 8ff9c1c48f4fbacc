import { isStaff, useSession } from '../session.tsx'

/** The unit or grid at which whoever is signed in has their post. */
export function useOwnUnit(): string | undefined {
  const { value: session } = useSession()
  return isStaff(session) ? session?.unit : undefined
}
