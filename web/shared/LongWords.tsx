import { type ReactNode, useState } from 'react'
import { useSay, w } from './language.ts'

/** Past so many characters what comes below is too far to scroll to; what is folded keeps so many. */
const [most, kept] = [500, 300]

/** What somebody wrote, with its lines. Where that is very long, its beginning, and all of it for whoever asks. */
export function LongWords({
  words,
  className = 'pre',
  children,
}: {
  words: string
  className?: string
  /** What stands before them. */
  children?: ReactNode
}) {
  const say = useSay()
  const [whole, setWhole] = useState(false)
  // By characters as people count them, so that none is cut in two.
  const written = [...words]
  const isLong = written.length > most
  return (
    <div className={className}>
      {children}
      {isLong && !whole ? `${written.slice(0, kept).join('')}…` : words}
      {isLong && (
        <button type="button" className="button plain" aria-expanded={whole} onClick={() => setWhole(!whole)}>
          {say(whole ? w('收起', 'Less') : w(`看全文（${written.length} 字）`, `All of it (${written.length} characters)`))}
        </button>
      )}
    </div>
  )
}
