import { words as w } from '#kernel/words.ts'
import type { Say } from '#web/shared/language.ts'
import { dated, exact, span } from '#web/shared/time.ts'
import type { SeenBulletin } from '../contract/item.ts'
import { kinds } from '../contract/kinds.ts'

/** What a bulletin needs to be read: also one that is not published yet. */
export type Readable = Pick<SeenBulletin, 'kind' | 'what' | 'from' | 'until' | 'places' | 'signedBy'> &
  Partial<Pick<SeenBulletin, 'advice' | 'call' | 'state' | 'because' | 'earlier'>>

/** The page of a bulletin, to be sent on. */
export const linkOf = (id: string): string => `${location.origin}/b/${id}`

/** From when until when, as one says it today. */
export const whenSaid = ({ from, until }: Pick<Readable, 'from' | 'until'>, now: number) =>
  span(Date.parse(from), Date.parse(until), (moment) => exact(moment, now))

/** The same by its date, for what is read on another day. */
export const whenDated = ({ from, until }: Pick<Readable, 'from' | 'until'>, now: number) =>
  span(Date.parse(from), Date.parse(until), (moment) => dated(moment, now))

export const placesSaid = ({ places }: Pick<Readable, 'places'>, say: Say): string =>
  places.map(({ name }) => name).join(say(w('、', ', ')))

/** A bulletin as plain text for a chat group: a line for each thing, signed by the unit, with its link. */
export function textOf(bulletin: Readable, say: Say, { link, now }: { link: string; now: number }): string {
  const { kind, what, advice, call, signedBy, state, because } = bulletin
  const taken = state === 'takenBack'
  const title = say(kinds[kind])
  return [
    taken ? say(w(`【已撤回：${title}】`, `[Taken back: ${title}]`)) : say(w(`【${title}】`, `[${title}]`)),
    placesSaid(bulletin, say),
    say(whenDated(bulletin, now)),
    ...(taken && because !== undefined ? [say(w(`撤回原因：${because}`, `Why it was taken back: ${because}`))] : [what]),
    ...(advice === undefined || taken ? [] : [say(w(`提醒：${advice}`, `Please note: ${advice}`))]),
    ...(call === undefined ? [] : [say(w(`联系：${call}`, `Call: ${call}`))]),
    `—— ${signedBy}`,
    say(w(`看最新：${link}`, `The latest: ${link}`)),
  ].join('\n')
}
