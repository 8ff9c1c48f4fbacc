import type { Static, TSchema } from 'typebox'
import { Type } from 'typebox'
import { Words, words } from '../../words.ts'
import type { Register } from '../define.ts'
import type { Wanted } from '../edit.ts'
import type { Kept } from '../store.ts'
import { cellsOf, entryOf, sheetColumns } from './cells.ts'
import { readCsv, writeCsv } from './csv.ts'

/** One thing that is wrong with a sheet: the line on which the row begins, the column, and why. */
export const RowProblem = Type.Object({ row: Type.Integer(), column: Type.String(), problem: Words })
export type RowProblem = Static<typeof RowProblem>

const most = 5000

/** A register as a sheet: a row an entry, with its version, so that a stale sheet is told from a fresh one. */
export function sheetOf<Schema extends TSchema, Facts>(
  register: Register<Schema, Facts>,
  entries: readonly Kept<Static<Schema>>[],
): string {
  const columns = sheetColumns(register.entry)
  const head = ['version', 'ends', ...columns.map(({ field }) => field)]
  const rows = entries.map(({ version, ends, entry }) => [String(version), ends ?? '', ...cellsOf(columns, entry)])
  return writeCsv([head, ...rows])
}

/** The entries that a sheet asks for, each with its line; and row by row what cannot be read. */
export function readSheet<Schema extends TSchema, Facts>(register: Register<Schema, Facts>, text: string) {
  const wanted: (Wanted<Static<Schema>> & { line: number })[] = []
  const problems: RowProblem[] = []
  const found = (row: number, column: string, problem: Words) => problems.push({ row, column, problem })
  const read = readCsv(text)
  if (!Array.isArray(read)) {
    found(read.line, '', read.problem)
    return { wanted, problems }
  }
  const [head, ...rows] = read
  const columns = sheetColumns(register.entry)
  const known = ['version', 'ends', ...columns.map(({ field }) => field)]
  const names = (head?.cells ?? []).map((name) => name.trim())
  for (const name of new Set(names)) {
    if (!known.includes(name)) found(1, name, words('没有这一列，列名见导出的表格', 'is no column: see an exported sheet'))
    if (names.filter((one) => one === name).length > 1) found(1, name, words('这一列出现两次', 'is there twice'))
  }
  for (const { field, required } of columns)
    if (required && !names.includes(field)) found(1, field, words('缺少这一列', 'is missing'))
  if (rows.length > most) found(1, '', words(`一次最多 ${most} 行，请分开导入`, `has more than ${most} rows: split it`))
  if (problems.length > 0) return { wanted, problems }
  if (rows.length === 0) found(1, '', words('表中没有内容', 'has no rows'))

  const lines = new Map<string, number>()
  for (const { line, cells } of rows) {
    if (cells.length > names.length && cells.slice(names.length).some(Boolean)) {
      found(
        line,
        '',
        words('单元格比表头多，可能有未加引号的逗号', 'has more cells than the head: perhaps a comma without quotes'),
      )
      continue
    }
    const row = new Map(names.map((name, index) => [name, cells[index] ?? '']))
    const { entry: given, flaws } = entryOf(columns, row)
    const version = (row.get('version') ?? '').trim()
    const ends = (row.get('ends') ?? '').trim()
    if (!/^\d{0,9}$/.test(version))
      flaws.push({ column: 'version', because: words('应为整数，新建时留空', 'must be whole; empty for new') })
    if (ends !== '' && !isDay(ends))
      flaws.push({ column: 'ends', because: words('应为日期，如 2026-12-31', 'must be a day, as 2026-12-31') })
    const judged = register.read(given)
    const unread = flaws.map(({ column }) => column)
    if ('flaws' in judged)
      flaws.push(
        ...judged.flaws
          .filter(({ field }) => !unread.some((column) => column.startsWith(field) || field.startsWith(column)))
          .map(({ field, because }) => ({ column: field, because })),
      )
    for (const { column, because } of flaws) found(line, column, because)
    if (flaws.length > 0 || 'flaws' in judged) continue
    const key = register.key(judged.entry)
    const before = lines.get(key)
    if (before !== undefined)
      found(line, '', words(`与第 ${before} 行是同一项（${key}）`, `is the same entry as row ${before} (${key})`))
    lines.set(key, line)
    wanted.push({ key, entry: judged.entry, ends: ends === '' ? null : ends, basedOn: Number(version), line })
  }
  return { wanted, problems }
}

export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
