import { type Words, words } from '../../words.ts'

/** A row of a sheet with the line on which it begins, as an editor counts them. */
export interface CsvRow {
  line: number
  cells: string[]
}

/**
 * What a spreadsheet would take for a formula (also in full width, as a Chinese keyboard types it), and the quote that keeps it
 * from that. OWASP, "CSV Injection".
 */
const risky = /^['=+\-@\t\r\n＝＋－＠]/
const guarded = /^'['=+\-@\t\r\n＝＋－＠]/

/** Writes rows as CSV (RFC 4180): UTF-8 with a byte order mark, so that spreadsheets read Chinese, and no cell is a formula. */
export const writeCsv = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((cells) => `${cells.map(written).join(',')}\r\n`).join('')}`

function written(cell: string): string {
  const safe = risky.test(cell) ? `'${cell}` : cell
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Reads CSV: what `writeCsv` wrote comes back as it was. Empty lines are left out; an open quote is a problem. */
export function readCsv(text: string): CsvRow[] | { line: number; problem: Words } {
  const rows: CsvRow[] = []
  let cells: string[] = []
  let cell = ''
  let line = 1
  let begun = 1
  let quoted: number | undefined
  const endCell = () => {
    cells.push(guarded.test(cell) ? cell.slice(1) : cell)
    cell = ''
  }
  const endRow = () => {
    endCell()
    if (cells.some((one) => one.trim() !== '')) rows.push({ line: begun, cells })
    cells = []
  }
  const source = text.startsWith('\ufeff') ? text.slice(1) : text
  for (let index = 0; index < source.length; index += 1) {
    const sign = source[index] ?? ''
    if (sign === '\n') line += 1
    if (quoted !== undefined) {
      if (sign !== '"') cell += sign
      else if (source[index + 1] === '"') {
        cell += '"'
        index += 1
      } else quoted = undefined
    } else if (sign === '"' && cell === '') quoted = line
    else if (sign === ',') endCell()
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && source[index + 1] === '\n') continue
      endRow()
      begun = line
    } else cell += sign
  }
  if (quoted !== undefined)
    return { line: quoted, problem: words('这里开始的引号没有结束', 'a quote begins here and does not end') }
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}

/** The text of an uploaded sheet: UTF-8, or else GB 18030, as Chinese spreadsheets save by themselves. */
export function textOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}
