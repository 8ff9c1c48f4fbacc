import type { Notice } from '#kernel/record/shown.ts'

/** What I was told about one thing: the latest of it, and what was said before, the latest first. */
export interface Line {
  latest: Notice
  earlier: readonly Notice[]
  unread: boolean
}

/** What a notice is about: an item of a flow. */
export const thingOf = ({ flow, item }: Notice): string => `${flow} ${item}`

const isOver = ({ about }: Notice, now: number): boolean => about?.dueAt !== undefined && Date.parse(about.dueAt) < now

/**
 * Notices, the latest first, as a line for each thing that they are about: the unread lines first, and of them those whose
 * limit is over; else as they were told.
 */
export function folded(notices: readonly Notice[], isUnread: (notice: Notice) => boolean, now: number): Line[] {
  const things = Map.groupBy(notices, thingOf)
  const lines = [...things.values()].flatMap(([latest, ...earlier]): Line[] =>
    latest ? [{ latest, earlier, unread: [latest, ...earlier].some(isUnread) }] : [],
  )
  const rank = ({ latest, unread }: Line) => (unread ? (isOver(latest, now) ? 0 : 1) : 2)
  return lines.sort((one, other) => rank(one) - rank(other))
}
