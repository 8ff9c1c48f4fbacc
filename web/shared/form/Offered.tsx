import type { ReactNode } from 'react'
import type { Folding } from './useFolded.ts'

/** What a field has to choose from. Where it folds, it stays while something in it is pressed, also where a press moves no focus. */
export function Offered({ folds, open, children }: Folding & { children: ReactNode }) {
  if (!open) return null
  if (!folds) return children
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: nothing is done here, only the focus left where it is
    <div className="offered" onMouseDown={(event) => event.preventDefault()}>
      {children}
    </div>
  )
}
