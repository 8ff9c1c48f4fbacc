import { freshId } from './fresh.ts'
import { keep, kept } from './kept.ts'

let known: string | undefined

/** This phone's secret: it tells the reports of one phone from those of another where nobody is signed in. */
export function device(): string {
  known ??= kept<string | undefined>('device', undefined)
  if (known === undefined) {
    known = freshId()
    keep('device', known)
  }
  return known
}
