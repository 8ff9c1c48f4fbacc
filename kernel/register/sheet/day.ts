import { isDay } from '../../time/check.ts'
import { type Words, words } from '../../words.ts'
import type { GridCell } from './reading/grid.ts'

const noDay = words('应为日期，如 2026-12-31', 'must be a day, as 2026-12-31')

/** The day that a cell means: typed in one of the ways in which people do, or kept by the spreadsheet as a number. */
export function dayIn(cell: Extract<GridCell, { kind: 'words' | 'number' | 'yesNo' }>): {
  value?: string
  flaw?: Words
  notice?: Words
} {
  if (cell.kind === 'number' && cell.moment?.endsWith('T00:00:00')) {
    const day = cell.moment.slice(0, 10)
    const notice = words(`数字 ${cell.value} 按日期 ${day} 读取`, `the number ${cell.value} was read as the day ${day}`)
    return { value: day, ...(!cell.dated && { notice }) }
  }
  if (cell.kind !== 'words') return { flaw: noDay }
  const typed = cell.words.normalize('NFKC').trim()
  const [, year, month = '', day = ''] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed) ?? []
  const meant = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  if (!isDay(meant)) return { flaw: noDay }
  return { value: meant, ...(meant !== typed && { notice: words(`按日期 ${meant} 读取`, `was read as the day ${meant}`) }) }
}
