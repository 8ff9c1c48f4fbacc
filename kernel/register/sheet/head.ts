import { type Words, words } from '../../words.ts'
import type { SheetColumn } from './column.ts'
import type { GridCell, GridRow } from './reading/grid.ts'
import type { CellNote } from './report.ts'
import { letters } from './xlsx/letters.ts'

/** A column's head: both languages in one cell. */
export const headOf = ({ name }: { name: Words }): string => `${name.zh} ${name.en}`

/** Words of a head as they are compared: people's programs change blanks, case and width. */
const plain = (text: string): string => text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')

const wordsIn = (cell: GridCell): string => (cell.kind === 'words' ? cell.words : cell.kind === 'number' ? cell.digits : '')

/** Where each column stands by the sheet's head, which has the words of a template, of one language of it, or the fields' names. */
export function columnsIn(columns: readonly SheetColumn[], head: GridRow | undefined) {
  const places = new Map<SheetColumn, number>()
  const problems: CellNote[] = []
  const known = new Map(
    columns.flatMap((column) =>
      [headOf(column), column.name.zh, column.name.en, column.field].map((said): [string, SheetColumn] => [plain(said), column]),
    ),
  )
  const row = head?.row ?? 1
  for (const cell of head?.cells ?? []) {
    const column = known.get(plain(wordsIn(cell)))
    const found = (because: Words) => problems.push({ row, cell: `${letters(cell.column)}${row}`, because })
    if (!column) found(words('没有这一列，列名见模板第一行', 'is no column: see the first row of the template'))
    else if (places.has(column)) found(words('这一列出现两次', 'this column is there twice'))
    else places.set(column, cell.column)
  }
  for (const column of columns)
    if (column.required && !places.has(column))
      problems.push({ row, column: column.name, because: words('缺少这一列', 'this column is missing'), allowed: column.allowed })
  return { places, problems }
}

/** Says where a field of a row stands, with what is to be said of it. */
export const notesIn =
  (columns: readonly SheetColumn[], places: ReadonlyMap<SheetColumn, number>) =>
  (row: number, field: string, because: Words): CellNote => {
    const column = columns.find(
      (one) => one.field === field || field.startsWith(`${one.field}.`) || one.field.startsWith(`${field}.`),
    )
    const place = column && places.get(column)
    return {
      row,
      ...(place !== undefined && { cell: `${letters(place)}${row}` }),
      ...(column && { column: column.name, allowed: column.allowed }),
      because,
    }
  }

/** Cells that were made one belong to no row. */
export const mergedIn = (merged: readonly string[]): CellNote[] =>
  merged.map((range) => ({
    ...{ row: Number(/\d+/.exec(range)?.[0] ?? 1), cell: range.split(':')[0] ?? range },
    because: words('合并单元格无法读取，请取消合并', 'merged cells cannot be read: take them apart'),
  }))
