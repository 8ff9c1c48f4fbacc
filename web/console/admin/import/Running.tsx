import { useEffect, useState } from 'react'
import { useSay, type Words, w } from '../../../shared/language.ts'

/** What is being done with how many features, and for how long already: the whole is one step, so no share of it can be told. */
export function Running({ words, count }: { words: Words; count: number }) {
  const say = useSay()
  const [seconds, setSeconds] = useState(0)
  useEffect(() => {
    const clock = setInterval(() => setSeconds((before) => before + 1), 1000)
    return () => clearInterval(clock)
  }, [])
  const label = w(`${words.zh} ${count} 个要素`, `${words.en} ${count} features`)
  return (
    <div className="note stack close">
      <p role="status">{say(label)}</p>
      <progress aria-label={say(label)} />
      <p className="soft small">
        {say(
          w(
            `已用 ${seconds} 秒。请别关这一页；万一断了，要么全成、要么没动，再预检一次就知道。`,
            `${seconds} s so far. Keep this page open; if it breaks off, all was done or nothing: look it through again to see.`,
          ),
        )}
      </p>
    </div>
  )
}
