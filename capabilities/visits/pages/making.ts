import type { Words } from '#web/shared/language.ts'
import type { Queued } from '#web/shared/offline/database.ts'
import type { Due, Item } from '../contract.ts'

export const path = '/api/visits'
export const title: Words = { zh: '记走访', en: 'Visit' }

/** Whether something that waits on this device is a visit. */
export const isVisit = (entry: Pick<Queued, 'path'>): boolean => entry.path === path

export const keyOf = ({ network, what }: Item): string => `${network}/${what}`

/** A visit that somebody has begun to write down. */
export interface Begun {
  ticked: readonly string[]
  /** None is today, also when it is gone on with on another day. */
  on?: string | undefined
  note: string
}
export const nothing: Begun = { ticked: [], on: undefined, note: '' }
export const isBegun = ({ ticked, note }: Begun): boolean => ticked.length > 0 || note.trim() !== ''

/** Those of the list that are ticked: what the list has no more is not sent. */
export const doneOf = (due: readonly Due[], ticked: readonly string[]): Item[] =>
  due.filter((item) => ticked.includes(keyOf(item))).map(({ network, what }) => ({ network, what }))

/** What visits did that wait on this device, by key: the list that was kept does not know of them. */
export function waitingFor(entries: readonly Pick<Queued, 'path' | 'input'>[]): ReadonlySet<string> {
  const items = entries.filter(isVisit).flatMap(({ input: { done } }) => (Array.isArray(done) ? done : []))
  return new Set(items.map(keyOf))
}
