import type { ReactNode } from 'react'
import { useSay, type Words } from '#web/shared/language.ts'

/** A part of what there is to a case, under its own heading. */
export function Box({ title, look = '', children }: { title: Words; look?: string; children: ReactNode }) {
  const say = useSay()
  return (
    <section className={`note stack tight ${look}`}>
      <h2>{say(title)}</h2>
      {children}
    </section>
  )
}
