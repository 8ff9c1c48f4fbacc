import type { SeenDeclaration } from '../contract/seen.ts'

/** A declaration that stands, as its own member has it. */
export interface Standing {
  id: string
  mine: NonNullable<SeenDeclaration['mine']>
  changed: () => void
}
