import type { ReactNode } from 'react'
import { useSay, type Words } from './language.ts'
import { type Look, Shape } from './Shape.tsx'

/** How something stands, as a chip: one colour and one shape for each look, words for what it is, and perhaps more of it. */
export function LookChip({ look, words, far, children }: { look: Look; words: Words; far?: boolean; children?: ReactNode }) {
  const say = useSay()
  return (
    <span className={`chip look-${look}${far ? ' far' : ''}`}>
      <Shape look={look} />
      {say(words)}
      {children}
    </span>
  )
}
