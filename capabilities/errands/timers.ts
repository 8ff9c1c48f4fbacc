import type { Timer } from '#kernel/flow/define.ts'
import type { Errand } from './contract/errand.ts'
import { isKeptCopy } from './papers.ts'

const aWeek = { hours: 7 * 24 }
/** Copies, and photos of papers, are destroyed so many days after the end. */
export const copyDays = 30

/** What time will do with an errand: remind whoever has it, confirm what nobody answers, remind of copies to destroy. */
export function timersOf(item: Errand): Timer[] {
  if (item.state === 'recorded') return []
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
