import { words } from '../../words.ts'
import { codeOf, listed } from './cells.ts'
import type { Meaning, SheetColumn } from './column.ts'
import { dayIn } from './day.ts'
import type { GridCell } from './reading/grid.ts'
import { measureIn, numbersIn, recordIn, spansIn } from './records.ts'

/** What a cell of a column means, beside what the entry has there now. */
export function meaningOf(column: SheetColumn, cell: GridCell | undefined, stands: unknown): Meaning {
  if (cell === undefined) return emptyIn(column)
  if (cell.kind === 'formula') return { flaw: formula }
  if (cell.kind === 'fault')
    return { flaw: words(`这一格显示 ${cell.words}，请改为正确的内容`, `it shows ${cell.words}: put in what is meant`) }
  return readers[column.kind](column, cell, stands)
}

const lists: ReadonlySet<SheetColumn['kind']> = new Set(['list', 'numbers', 'spans', 'records'])

/** What an empty cell means: nothing, or of a field that must be there no words, where it may have none. */
function emptyIn({ kind, required, fits }: SheetColumn): Meaning {
  const none = kind === 'text' ? '' : lists.has(kind) ? [] : undefined
  return none !== undefined && required && fits(none) ? { value: none } : {}
}

type Plain = Extract<GridCell, { kind: 'words' | 'number' | 'yesNo' }>

const formula = words(
  '这一格是公式，请复制后“选择性粘贴—数值”，再上传',
  'it is a formula: copy it and paste it as values, then send the sheet again',
)
const wide = (meant: string) => words(`全角字符按“${meant}”读取`, `full-width characters were read as "${meant}"`)
const flat = (text: string) => text.normalize('NFKC').trim()

const readers: Record<SheetColumn['kind'], (column: SheetColumn, cell: Plain, stands: unknown) => Meaning> = {
  text: (column, cell, stands) => {
    const read = textIn(column, cell, stands)
    return typeof read.value === 'string' && zerosLost(read.value, stands)
      ? {
          flaw: words(
            `前面的 0 可能被表格软件去掉了，现有内容是“${stands}”；请把单元格设为文本后重填`,
            `a spreadsheet may have taken its leading zeros, it is "${stands}" now: format the cell as text and type it again`,
          ),
        }
      : read
  },
  number: (_, cell) => {
    if (cell.kind === 'number' && !cell.dated) return { value: cell.value }
    if (cell.kind === 'words' && /^-?\d+(\.\d+)?$/.test(flat(cell.words))) {
      const meant = flat(cell.words)
      return { value: Number(meant), ...(meant !== cell.words.trim() && { notice: wide(meant) }) }
    }
    return { flaw: words('应为数字', 'must be a number') }
  },
  yesNo: (_, cell) => {
    if (cell.kind === 'yesNo') return { value: cell.yes }
    const value = yesNo.get(cell.kind === 'words' ? flat(cell.words).toLowerCase() : cell.digits)
    return value === undefined ? { flaw: words('请填“是”或“否”', 'must be 是 or 否 (yes or no)') } : { value }
  },
  day: (_, cell) => dayIn(cell),
  list: (column, cell, stands) => {
    if (cell.kind === 'words' && cell.words.trim().startsWith('[')) return readers.json(column, cell, stands)
    const read = textIn(column, cell, undefined)
    return typeof read.value === 'string' ? { ...read, value: listed(column, read.value) } : read
  },
  numbers: (column, cell, stands) => {
    if (cell.kind === 'words' && cell.words.trim().startsWith('[')) return readers.json(column, cell, stands)
    const read = textIn(column, cell, undefined)
    if (typeof read.value !== 'string') return read
    const value = numbersIn(column, flat(read.value))
    return value.every(Number.isFinite) ? { value } : { flaw: mustBe(column) }
  },
  spans: (column, cell) => {
    const value = cell.kind === 'words' ? spansIn(column.parts, flat(cell.words)) : undefined
    return value ? { value } : { flaw: mustBe(column) }
  },
  measure: (column, cell, stands) => {
    if (cell.kind === 'words' && cell.words.trim().startsWith('{')) return readers.json(column, cell, stands)
    return measureIn(
      column.parts,
      cell.kind === 'words' ? flat(cell.words) : cell.kind === 'number' && !cell.dated ? cell.digits : '',
    )
  },
  record: (column, cell, stands) => {
    if (cell.kind !== 'words' || cell.words.trim().startsWith('{')) return readers.json(column, cell, stands)
    return recordIn(column.parts, cell.words.replaceAll(/\r?\n/g, '；'), fieldIn, column.fits)
  },
  records: (column, cell, stands) => {
    if (cell.kind !== 'words' || cell.words.trim().startsWith('[')) return readers.json(column, cell, stands)
    const lines = cell.words.split(/\r?\n/).filter((line) => line.trim() !== '')
    const value: unknown[] = []
    for (const [index, line] of lines.entries()) {
      const read = recordIn(column.parts, line, fieldIn, (one) => column.fits([one]))
      if ('flaw' in read) return { flaw: words(`第 ${index + 1} 项：${read.flaw.zh}`, `item ${index + 1}: ${read.flaw.en}`) }
      value.push(read.value)
    }
    return { value }
  },
  json: (_, cell) => {
    const text = cell.kind === 'words' ? cell.words : cell.kind === 'number' && !cell.dated ? cell.digits : ''
    try {
      return { value: JSON.parse(text) }
    } catch {
      return { flaw: words('应为 JSON，写法见现有的行', 'must be JSON, as the rows that are there have it') }
    }
  },
}
const mustBe = ({ allowed }: SheetColumn) => words(`应为：${allowed.zh}`, `must be: ${allowed.en}`)

/** What a field of a thing means, of which a part of a cell tells. */
const fieldIn = (part: SheetColumn, text: string | undefined): Meaning =>
  meaningOf(part, text === undefined || text === '' ? undefined : { column: 0, kind: 'words', words: text }, undefined)

const yesNo = new Map(Object.entries({ 是: true, yes: true, true: true, 1: true, 否: false, no: false, false: false, 0: false }))

/** Whether words are what stands there, but for zeros in front. */
const zerosLost = (text: string, stands: unknown): stands is string =>
  typeof stands === 'string' &&
  stands !== text &&
  /^\d+$/.test(text) &&
  /^0\d+$/.test(stands) &&
  stands.replace(/^0+/, '') === text.replace(/^0+/, '')

function textIn(column: SheetColumn, cell: Plain, stands: unknown): Meaning {
  const { fits } = column
  if (cell.kind === 'yesNo') return { flaw: words('应为文字', 'must be text') }
  if (cell.kind === 'number') {
    if (cell.dated)
      return {
        flaw: words(
          `表格软件把它变成了日期${cell.moment ? ` ${cell.moment.slice(0, 10)}` : ''}；请把单元格设为文本后重填`,
          `a spreadsheet turned it into a day${cell.moment ? ` (${cell.moment.slice(0, 10)})` : ''}: format the cell as text and type it again`,
        ),
      }
    // A spreadsheet keeps 15 digits of a number, and of a long one shows fewer.
    if (!Number.isSafeInteger(cell.value) || cell.digits.replace('-', '').length > 15) return { flaw: shortened }
    return {
      value: cell.digits,
      notice: words(
        `这一格是数字，按“${cell.digits}”读取；若前面有 0，请把单元格设为文本后重填`,
        `it is a number and was read as "${cell.digits}": if it begins with zeros, format the cell as text and type it again`,
      ),
    }
  }
  const { words: typed } = cell
  if (typed === stands) return { value: typed }
  if (/^\d(\.\d+)?E\+\d+$/i.test(typed.trim())) return { flaw: shortened }
  const trimmed = typed.trim()
  const code = codeOf(column, trimmed)
  if (code !== trimmed) return { value: code }
  if (!fits(trimmed) && fits(flat(typed))) return { value: flat(typed), notice: wide(flat(typed)) }
  return {
    value: trimmed,
    ...(trimmed !== typed && { notice: words('前后的空格已去掉', 'blanks before and after it were left out') }),
  }
}

const shortened = words(
  '表格软件把它变成了数字，可能已丢失位数；请把单元格设为文本后重填',
  'a spreadsheet turned it into a number and may have lost digits: format the cell as text and type it again',
)
