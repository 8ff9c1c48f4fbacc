import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, type Problem } from './ask.ts'
import { copyOf, keepCopy } from './offline/copies.ts'

/** What a page shows of an address: what came, or why nothing did. While it is loaded anew the old stays on the page. */
export interface Loaded<Value> {
  value?: Value
  problem?: Problem
  /** There is no network, and this is what the server said when it could last be reached. */
  since?: string
  reload: () => void
  /** Puts in what a command replied, which saves asking again. */
  put: (value: Value) => void
}

/** Loads an address when it is shown and whenever it changes; nothing while it is undefined. */
export function useLoaded<Value>(path: string | undefined): Loaded<Value> {
  const [shown, setShown] = useState<{ path?: string; value?: Value; problem?: Problem; since?: string }>({})
  const latest = useRef(0)
  const reload = useCallback(async () => {
    if (path === undefined) return
    const turn = ++latest.current
    const reply = await ask<Value>(path)
    if (turn !== latest.current) return
    if (reply.done) keepCopy(path, reply.value)
    const copy = !reply.done && reply.problem.status === 0 ? await copyOf<Value>(path) : undefined
    if (turn !== latest.current) return
    if (copy) return setShown({ path, value: copy.value, since: copy.at })
    // A reload that fails for want of a network leaves what is there.
    setShown((before) =>
      reply.done
        ? { path, value: reply.value }
        : {
            path,
            problem: reply.problem,
            ...(reply.problem.status === 0 && before.path === path && before.value !== undefined && { value: before.value }),
          },
    )
  }, [path])
  const put = useCallback(
    (value: Value) => {
      latest.current++
      setShown({ ...(path !== undefined && { path }), value })
    },
    [path],
  )
  useEffect(() => {
    reload()
  }, [reload])
  const isOld = shown.path !== path
  return {
    ...(!isOld && shown.value !== undefined && { value: shown.value }),
    ...(!isOld && shown.problem && { problem: shown.problem }),
    ...(!isOld && shown.since !== undefined && { since: shown.since }),
    reload,
    put,
  }
}
