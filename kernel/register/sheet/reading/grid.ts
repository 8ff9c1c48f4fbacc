import { refusal, thrown } from '../../../flow/refusal.ts'

/** What stands in a cell, before anybody asks what its column is. Columns count from 0, rows as a spreadsheet numbers them. */
export type GridCell = { column: number } & (
  | { kind: 'words'; words: string }
  /** `digits` as the sheet shows a whole number, with its zeros; `moment` what it is if it is a day; `dated` whether it is shown so. */
  | { kind: 'number'; value: number; digits: string; moment?: string; dated: boolean }
  | { kind: 'yesNo'; yes: boolean }
  | { kind: 'formula' }
  | { kind: 'fault'; words: string }
)

export interface GridRow {
  row: number
  cells: GridCell[]
}

/** A sheet as it was sent: the rows that have something in them, and where cells were made one. */
export interface Grid {
  rows: GridRow[]
  merged: string[]
}

/** What a sheet may come to, whoever sends it. */
export const most = {
  /** Of the file, and of what is read of it unpacked; in bytes. */
  sent: 4 * 1024 * 1024,
  unpacked: 64 * 1024 * 1024,
  rows: 5000,
  columns: 300,
  /** Of signs in a cell: no spreadsheet takes more. */
  signs: 32_767,
  /** For reading one sheet, in milliseconds and megabytes. */
  time: 15_000,
  memory: 256,
} as const

export const tooMuch = (zh: string, en: string): Error => thrown(refusal('tooLarge', zh, en))
export const broken = (): Error =>
  thrown(
    refusal(
      'badInput',
      '表格文件已损坏，请用电子表格软件打开后另存为 .xlsx 再上传',
      'this file is broken: open it in a spreadsheet program, save it as .xlsx and send that',
    ),
  )
export const notOurs = (zh: string, en: string): Error => thrown(refusal('wrongType', zh, en))

/** Keeps a sheet within bounds, cell by cell, before more of it is read. */
export function addCell({ row, cells }: GridRow, cell: GridCell): void {
  if (cell.column >= most.columns)
    throw tooMuch(
      `第 ${row} 行超出 ${most.columns} 列，请删去多余的列`,
      `row ${row} goes beyond ${most.columns} columns: remove what is too much`,
    )
  if (cell.kind === 'words' && cell.words.length > most.signs)
    throw tooMuch(`第 ${row} 行有一格超过 ${most.signs} 个字`, `a cell in row ${row} has more than ${most.signs} characters`)
  cells.push(cell)
}

/** The same row by row; the first is the head. Empty rows are left out. */
export function addRow({ rows }: Grid, row: GridRow): void {
  if (row.cells.length === 0) return
  if (rows.length > most.rows)
    throw tooMuch(`一次最多 ${most.rows} 行，请分开导入`, `it has more than ${most.rows} rows: split it`)
  rows.push(row)
}
