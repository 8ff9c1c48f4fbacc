import { useRef, useState } from 'react'
import { begunAt } from './forgetBegun.ts'
import { keep, kept } from './kept.ts'
import { useSession } from './session.tsx'

/**
 * What somebody who is signed in begins in a form about others, kept on this device under their account: after a reload, a detour or
 * an ended session they go on with it, and nobody else is shown it. Forgotten once it is sent, at signing out, and when somebody
 * else signs in. `wasBegun` says that there was something when the page came.
 */
export function useBegun<Value extends object>(name: string, nothing: Value, isBegun: (value: Value) => boolean) {
  const { account = '' } = useSession().value ?? {}
  const place = begunAt(account, name)
  const [value, setValue] = useState<Value>(() => ({ ...nothing, ...kept<Partial<Value>>(place, {}) }))
  const [wasBegun] = useState(() => isBegun(value))
  // What arrives late, such as a photo, goes into what is there by then.
  const latest = useRef(value)
  const put = (next: Value) => {
    latest.current = next
    setValue(next)
    keep(place, isBegun(next) ? next : undefined)
  }
  return {
    value,
    wasBegun,
    change: (part: Partial<Value>) => put({ ...latest.current, ...part }),
    clear: () => put(nothing),
  }
}
