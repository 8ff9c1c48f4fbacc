import { type Words, words } from '../../words.ts'
import type { SheetColumn } from './column.ts'
import { columnsIn, mergedIn, notesIn } from './head.ts'
import { meaningOf } from './meaning.ts'
import type { Grid } from './reading/grid.ts'
import type { CellNote } from './report.ts'

/**
 * The rows of a sheet that is no register's, each with what its cells say by field; what is wrong with it, and how to say where. `fits` says
 * what may stand in a cell where that is not only what the column's contract takes.
 */
export function plainRows(
  columns: readonly SheetColumn[],
  { rows: [head, ...rows], merged }: Grid,
  most: number,
  fits: (column: SheetColumn, value: unknown) => boolean = (column, value) => column.fits(value),
) {
  const { places, problems } = columnsIn(columns, head)
  const noteOn = notesIn(columns, places)
  const [read, notices]: [{ row: number; given: ReadonlyMap<string, string> }[], CellNote[]] = [[], []]
  const done = { rows: read, problems, notices, noteOn }
  problems.push(...mergedIn(merged))
  if (problems.length === 0 && rows.length === 0) problems.push({ row: 1, because: words('表中没有内容', 'it has no rows') })
  if (rows.length > most)
    problems.push({ row: most + 2, because: words(`一次最多 ${most} 行，请分开导入`, `it has more than ${most} rows: split it`) })
  if (problems.length > 0) return done
  for (const { row, cells } of rows) {
    const at = new Map(cells.map((cell) => [cell.column, cell]))
    const given = new Map<string, string>()
    for (const column of columns) {
      const { value, flaw, notice } = meaningOf(column, at.get(places.get(column) ?? -1), undefined)
      const wrong = flaw ?? wrongWith(column, value, fits)
      if (wrong) problems.push(noteOn(row, column.field, wrong))
      else if (typeof value === 'string') given.set(column.field, value)
      if (notice) notices.push(noteOn(row, column.field, notice))
    }
    read.push({ row, given })
  }
  return done
}

function wrongWith(
  column: SheetColumn,
  value: unknown,
  fits: (column: SheetColumn, value: unknown) => boolean,
): Words | undefined {
  if (value === undefined || value === '') return column.required ? words('要填', 'is needed') : undefined
  return fits(column, value) ? undefined : words(`不能这样填：${column.allowed.zh}`, `must be otherwise: ${column.allowed.en}`)
}
