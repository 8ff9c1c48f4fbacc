import { keep, kept } from '../kept.ts'
import type { Unit } from './places.ts'

/** An estate as this phone remembers it. */
export interface Own {
  code: string
  name: string
  community?: string
}

const [own, last] = ['estate', 'lastEstate']

/** One's own estate as it was chosen on this phone; else the one that was last reported at from it. Nobody else is told. */
export const knownEstate = (): Own | undefined => kept<Own | undefined>(own, undefined) ?? kept<Own | undefined>(last, undefined)

/** Keeps one's own estate on this phone, or forgets all that it knows of one. */
export function keepEstate(estate: Own | undefined): void {
  keep(own, estate)
  if (!estate) keep(last, undefined)
}

/** Remembers where something was reported. */
export const rememberEstate = (unit: Unit): void => {
  keep(last, ownOf(unit))
}

export const ownOf = ({ code, name, community }: Unit): Own => ({
  ...{ code, name },
  ...(community !== undefined && { community }),
})
