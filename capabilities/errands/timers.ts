import type { Timer } from '#kernel/flow/define.ts'
import type { Errand } from './contract/errand.ts'
import { isKeptCopy, waitsForResident } from './papers.ts'

const aDay = { hours: 24 }
const aWeek = { hours: 7 * 24 }
/** Copies, and photos of papers, are destroyed so many days after the end. */
export const copyDays = 30

/** What time will do with an errand: remind whoever has it, and whoever has to confirm that a paper is back. */
export function timersOf(item: Errand): Timer[] {
  if (item.state === 'recorded') return []
  const given = item.papers.flatMap((paper) => waitsForResident(paper)?.saidAt ?? []).sort()
  return [
    ...turnsOf(item),
    ...given.slice(0, 1).map((saidAt) => ({
      ...{ key: `back ${saidAt}`, at: Temporal.Instant.from(saidAt).add(aDay), command: 'remindBack', input: {} },
    })),
  ]
}

/** Whoever has it goes on with it, copies are destroyed, and what nobody answers is confirmed. */
function turnsOf(item: Exclude<Errand, { state: 'recorded' }>): Timer[] {
  if (item.state === 'done')
    return [{ key: 'lapse', at: Temporal.Instant.from(item.endedAt).add(aWeek), command: 'lapse', input: {} }]
  if (item.reminded) return []
  if ('endedAt' in item)
    return item.papers.some(isKeptCopy)
      ? [{ key: 'copies', at: Temporal.Instant.from(item.endedAt).add({ hours: copyDays * 24 }), command: 'remind', input: {} }]
      : []
  return item.dueAt === undefined
    ? []
    : [{ key: `due ${item.state} ${item.dueAt}`, at: Temporal.Instant.from(item.dueAt), command: 'remind', input: {} }]
}
