import { useEffect, useState } from 'react'
import { useSay, type Words, w } from './language.ts'

/** What is being done, and for how long already: the whole is one step, so no share of it can be told. */
export function Running({ words }: { words: Words }) {
  const say = useSay()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const clock = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(clock)
  }, [])
  return (
    <div className="note stack close">
      <p role="status">{say(words)}</p>
      <progress aria-label={say(words)} />
      <p className="soft small">
        {say(
          w(
            `已用 ${seconds} 秒。请别关这一页；万一断了，要么全成、要么没动，再看一遍就知道。`,
            `${seconds} s so far. Keep this page open; if it breaks off, all was done or nothing: look it through again to see.`,
          ),
        )}
      </p>
    </div>
  )
}
