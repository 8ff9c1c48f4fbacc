import type { ComponentType } from 'react'
import type { ChosenPlace } from '#web/shared/places/places.ts'

/** What is shown above a report while it is written, by what is known of it so far: another capability's part, handed in. */
export type Before = ComponentType<{ place?: string | undefined; words: string; category?: string | undefined }>

/** The code by which a place is asked about: its own, or that of its estate or community. */
export const codeOf = (place: ChosenPlace | undefined): string | undefined =>
  place && ('code' in place.given ? place.given.code : (place.estate ?? place.community))
