import type { Cell, Column } from '#kernel/register/sheet/xlsx/xlsx.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Errand } from './contract/errand.ts'
import { kinds, states } from './contract/kinds.ts'
import { numberOf } from './contract/number.ts'

/** The head of a sheet of errands. Nobody is named in it, and nothing that somebody wrote. */
export const head: readonly Column[] = [
  { words: '编号', width: 12 },
  { words: '事项', width: 24 },
  { words: '类别', width: 12 },
  { words: '状态', width: 16 },
  { words: '社区', width: 20 },
  { words: '办理部门', width: 22 },
  { words: '请求时间', width: 17 },
  { words: '期限', width: 17 },
  { words: '超期', width: 8 },
  { words: '办结时间', width: 17 },
  { words: '估计省几小时', width: 14 },
]

/** An errand as a row of a sheet. */
export function sheetRow(item: Errand, now: Temporal.Instant): readonly Cell[] {
  const { id, itemName, kind, state, communityName, department, hours } = item
  const dueAt = 'dueAt' in item ? item.dueAt : undefined
  const isLate = dueAt !== undefined && Temporal.Instant.compare(dueAt, now) < 0 && !('endedAt' in item)
  return [
    ...[numberOf(id), itemName.zh, kinds[kind].zh, states[state].zh, communityName, department],
    ...['requestedAt' in item ? new Date(item.requestedAt) : undefined, dueAt === undefined ? undefined : new Date(dueAt)],
    ...[isLate ? '超期' : undefined, 'endedAt' in item ? new Date(item.endedAt) : undefined, hours],
  ]
}

/** The same as words: of a moment its day. */
export const csvRow = (cells: readonly Cell[]): string[] =>
  cells.map((cell) => (cell instanceof Date ? dayOf(Temporal.Instant.fromEpochMilliseconds(cell.getTime())) : String(cell ?? '')))
