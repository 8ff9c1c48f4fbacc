import type { Actor } from './actor.ts'

const mark = 'of:'

/** The party of whoever began or joined something without an account, named by its id: only a query code stands for it. */
export const namelessOf = (id: string): string => `${mark}${id}`

/** By which id a nameless party is named. */
export const idOfNameless = (party: string): string => party.slice(mark.length)

export const isNameless = (party: string): boolean => party.startsWith(mark)

/** A resident: by their account, or nameless. Others never learn more of them than that they are one. */
export const residentOf = (district: string, party: string): Actor => ({
  ...{ district, id: party, role: 'resident' },
  name: isNameless(party) ? '报单人' : '居民',
})
