import { useCallback, useEffect, useRef, useState } from 'react'
import { ask, changesAsked, type Problem, type Reply } from './ask.ts'
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

/** What is being loaded at this moment, and how many changes had been asked for when it began. */
const underWay = new Map<string, { changes: number; reply: Promise<Reply<unknown>> }>()

/** Loads an address anew, and keeps a copy for when there is no network. */
function load<Value>(path: string): Promise<Reply<Value>> {
  const reply = ask<Value>(path).then((got) => {
    if (underWay.get(path)?.reply === reply) underWay.delete(path)
    if (got.done) keepCopy(path, got.value)
    return got
  })
  underWay.set(path, { changes: changesAsked(), reply })
  return reply
}

/** The same, but many parts of a page that need the same at the same time ask once. */
function join<Value>(path: string): Promise<Reply<Value>> {
  const running = underWay.get(path)
  return running?.changes === changesAsked() ? (running.reply as Promise<Reply<Value>>) : load(path)
}

/** Has a copy of an address on this device: asks only where there is none, and nobody else is asking. */
export async function haveCopy(path: string): Promise<void> {
  await underWay.get(path)?.reply
  if (!(await copyOf(path))) await join(path)
}

/** Has what an address says now as the copy on this device. */
export const renewCopy = async (path: string): Promise<void> => {
  await load(path)
}

/** Loads an address when it is shown and whenever it changes, and again once the network is back; nothing while it is undefined. */
export function useLoaded<Value>(path: string | undefined): Loaded<Value> {
  const [shown, setShown] = useState<{ path?: string; value?: Value; problem?: Problem; since?: string }>({})
  const latest = useRef(0)
  const show = useCallback(
    async (loading: typeof load<Value>) => {
      if (path === undefined) return
      const turn = ++latest.current
      const reply = await loading(path)
      if (turn !== latest.current) return
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
    },
    [path],
  )
  const reload = useCallback(() => show(load), [show])
  const put = useCallback(
    (value: Value) => {
      latest.current++
      setShown({ ...(path !== undefined && { path }), value })
    },
    [path],
  )
  useEffect(() => {
    show(join)
  }, [show])
  const isAway = shown.since !== undefined || shown.problem?.status === 0
  useEffect(() => {
    if (!isAway) return
    addEventListener('online', reload)
    return () => removeEventListener('online', reload)
  }, [isAway, reload])
  const isOld = shown.path !== path
  return {
    ...(!isOld && shown.value !== undefined && { value: shown.value }),
    ...(!isOld && shown.problem && { problem: shown.problem }),
    ...(!isOld && shown.since !== undefined && { since: shown.since }),
    reload,
    put,
  }
}
