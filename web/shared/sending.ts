import { useRef, useState } from 'react'
import type { Problem, Reply } from './ask.ts'
import { freshId } from './fresh.ts'

/**
 * Sends something once. The key is made when the person presses the button; pressing again with the same content after a lost
 * network uses the same key, so that the server does it once. After an answer of either kind the next press is a new one.
 */
export function useSending<Input, Value>(
  send: (input: Input, key: string) => Promise<Reply<Value>>,
  then: (value: Value, input: Input) => void,
) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const tried = useRef<{ content: string; key: string }>(undefined)
  const running = useRef(false)

  const press = async (input: Input) => {
    if (running.current) return
    running.current = true
    // Nothing is content too.
    const content = JSON.stringify(input) ?? ''
    const key = tried.current?.content === content ? tried.current.key : freshId()
    tried.current = { content, key }
    setBusy(true)
    setProblem(undefined)
    const reply = await send(input, key)
    running.current = false
    setBusy(false)
    if (reply.done || (reply.problem.status >= 400 && reply.problem.status < 500)) tried.current = undefined
    if (reply.done) then(reply.value, input)
    else setProblem(reply.problem)
  }
  return { busy, problem, press, forget: () => setProblem(undefined) }
}
