import { refusal, thrown } from '../../../flow/refusal.ts'
import { readCsv, textOf } from '../csv.ts'
import { readXlsx } from '../xlsx/read.ts'
import { addCell, addRow, type Grid, type GridRow, notOurs } from './grid.ts'

const beginsWith = (bytes: Buffer, ...signs: number[]) => signs.every((sign, index) => bytes[index] === sign)

/** Reads a sheet, by what it is and not by what it is called. */
export function gridOf(bytes: Buffer, preferred: string): Grid {
  if (bytes.length === 0) throw notOurs('文件是空的', 'the file is empty')
  if (beginsWith(bytes, 0x50, 0x4b)) return readXlsx(bytes, preferred)
  if (beginsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0))
    throw notOurs(
      '这是旧式 .xls 或带密码的表格，请去掉密码、另存为 .xlsx 再上传',
      'this is an old .xls, or protected by a password: save it as .xlsx without one and send that',
    )
  if (bytes.includes(0)) throw notOurs('请上传 .xlsx 或 .csv 表格', 'send an .xlsx or .csv sheet')
  return csvGrid(textOf(bytes))
}

function csvGrid(text: string): Grid {
  const read = readCsv(text)
  if (!Array.isArray(read))
    throw thrown(refusal('badInput', `第 ${read.line} 行：${read.problem.zh}`, `line ${read.line}: ${read.problem.en}`))
  const grid: Grid = { rows: [], merged: [] }
  for (const { line, cells } of read) {
    const row: GridRow = { row: line, cells: [] }
    for (const [column, words] of cells.entries()) if (words.trim() !== '') addCell(row, { column, kind: 'words', words })
    addRow(grid, row)
  }
  return grid
}
