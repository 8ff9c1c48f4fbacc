import { instantOf, localOf } from '#web/shared/time.ts'
import type { Concerned, SeenBulletin } from '../contract/item.ts'
import type { Kind } from '../contract/kinds.ts'

/** A bulletin while it is written: times as the fields have them. */
export interface Draft {
  kind: Kind
  what: string
  from: string
  until: string
  places: Concerned[]
  advice: string
  call: string
}

export const empty: Draft = { kind: 'water', what: '', from: '', until: '', places: [], advice: '', call: '' }

export const draftOf = ({ kind, what, from, until, places, advice = '', call = '' }: SeenBulletin): Draft => ({
  ...{ kind, what, places, advice, call, from: localOf(from), until: localOf(until) },
})

/** What is still missing of it, field by field. */
export const lacking = ({ what, from, until, places }: Draft): ('places' | 'what' | 'from' | 'until')[] => [
  ...(places.length === 0 ? (['places'] as const) : []),
  ...(what.trim() === '' ? (['what'] as const) : []),
  ...(from === '' ? (['from'] as const) : []),
  ...(until === '' ? (['until'] as const) : []),
]

const saidOf = ({ what, from, until, advice, call }: Draft) => ({
  ...{ what: what.trim(), from: instantOf(from), until: instantOf(until) },
  ...(advice.trim() && { advice: advice.trim() }),
  ...(call.trim() && { call: call.trim() }),
})

/** What is sent of it. */
export const inputOf = (draft: Draft) => ({ ...saidOf(draft), places: draft.places.map(({ code }) => code) })

/** How it will read, signed by a unit. */
export const readableOf = (draft: Draft, signedBy: string) => ({
  ...{ ...saidOf(draft), kind: draft.kind, places: draft.places, signedBy },
})
