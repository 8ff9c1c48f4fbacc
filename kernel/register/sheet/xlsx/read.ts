import { posix } from 'node:path'
import { addCell, addRow, broken, type Grid, type GridRow, most, notOurs } from '../reading/grid.ts'
import { cellOf, type Legend } from './cell.ts'
import { unescapedSigns } from './escapes.ts'
import { type Shown, shownBy } from './formats.ts'
import { unzip } from './unzip.ts'
import { walkXml } from './xml.ts'

/** What a workbook calls the programs in it, of today and of the nineties. */
const macros: ReadonlySet<string> = new Set(['vbaProject', 'xlMacrosheet', 'xlIntlMacrosheet'])

/**
 * Reads one sheet of a workbook: the one of that name, else the first. Only the files that it takes are unpacked; pictures and what is
 * linked from elsewhere are not looked at. One with macros is refused: what it shows may be what they made of it.
 */
export function readXlsx(bytes: Buffer, preferred: string): Grid {
  const take = unzip(bytes, most.unpacked)
  const [workbook] = relationsIn(take('_rels/.rels'))
    .values()
    .filter(({ type }) => type === 'officeDocument')
  const book = workbook && resolved('', workbook.target)
  const content = book === undefined ? undefined : take(book)
  if (book === undefined || !content)
    throw notOurs('这不是 .xlsx 表格，请另存为 .xlsx 再上传', 'this is no .xlsx sheet: save it as .xlsx and send that')
  const slash = book.lastIndexOf('/') + 1
  const folder = book.slice(0, slash)
  const { sheets, since1904 } = workbookIn(content)
  const sheet = sheets.find(({ name }) => name === preferred) ?? sheets[0]
  if (!sheet) throw notOurs('这个文件里没有工作表', 'there is no sheet in this workbook')
  const relations = relationsIn(take(`${folder}_rels/${book.slice(slash)}.rels`))
  if (relations.values().some(({ type }) => macros.has(type)))
    throw notOurs(
      '这个表格带宏，请另存为不带宏的 .xlsx 再上传',
      'this workbook has macros: save it as .xlsx without them and send that',
    )
  const target = relations.get(sheet.relation)
  const part = target?.type === 'worksheet' ? take(resolved(folder, target.target)) : undefined
  if (!part) throw broken()
  const partOf = (type: string) => {
    const found = [...relations.values()].find((one) => one.type === type)
    return found && take(resolved(folder, found.target))
  }
  return gridIn(part, { strings: stringsIn(partOf('sharedStrings')), shown: formatsIn(partOf('styles')), since1904 })
}

const resolved = (folder: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.join(folder, target)

/** What a file of the workbook points to, by the name that it gives it. What lies outside of the workbook is left out. */
function relationsIn(bytes: Buffer | undefined): Map<string, { type: string; target: string }> {
  const relations = new Map<string, { type: string; target: string }>()
  if (bytes)
    walkXml(bytes, {
      open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
        if (name === 'Relationship' && TargetMode !== 'External')
          relations.set(Id, { type: Type.slice(Type.lastIndexOf('/') + 1), target: Target })
      },
    })
  return relations
}

function workbookIn(bytes: Buffer) {
  const sheets: { name: string; relation: string }[] = []
  let since1904 = false
  walkXml(bytes, {
    open: (name, attributes) => {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '')
      if (name !== 'sheet') return
      const [, relation = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? []
      sheets.push({ name: attributes.name ?? '', relation })
    },
  })
  return { sheets, since1904 }
}

/** The words that cells name by number. How they are to be pronounced (`rPh`) is not part of them. */
function stringsIn(bytes: Buffer | undefined): string[] {
  const strings: string[] = []
  let said: string | undefined
  let taking = false
  let aside = false
  if (bytes)
    walkXml(bytes, {
      open: (name) => {
        if (name === 'si') said = ''
        if (name === 'rPh') aside = true
        taking = name === 't' && !aside
      },
      text: (text) => {
        if (taking && said !== undefined) said += text
      },
      close: (name) => {
        taking = false
        if (name === 'rPh') aside = false
        if (name === 'si') strings.push(unescapedSigns(said ?? ''))
      },
    })
  return strings
}

/** How each style of the workbook shows a number. */
function formatsIn(bytes: Buffer | undefined): Shown[] {
  const codes = new Map<number, string>()
  const shown: Shown[] = []
  let inStyles = false
  if (bytes)
    walkXml(bytes, {
      open: (name, { numFmtId = '0', formatCode = '' }) => {
        if (name === 'numFmt') codes.set(Number(numFmtId), formatCode)
        if (name === 'cellXfs') inStyles = true
        if (name === 'xf' && inStyles) shown.push(shownBy(Number(numFmtId), codes.get(Number(numFmtId))))
      },
      close: (name) => {
        if (name === 'cellXfs') inStyles = false
      },
    })
  return shown
}

/** The rows of a sheet that have something in them. Rows and cells come in order, as every program writes them. */
function gridIn(bytes: Buffer, legend: Legend): Grid {
  const grid: Grid = { rows: [], merged: [] }
  let row: GridRow = { row: 0, cells: [] }
  let column = -1
  let cell: { type: string; style: number; value: string; formula: boolean } | undefined
  let taking = false
  let aside = false
  walkXml(bytes, {
    open: (name, attributes) => {
      taking = cell !== undefined && !aside && (name === 'v' || name === 't')
      if (name === 'row') {
        const number = attributes.r === undefined ? row.row + 1 : Number(attributes.r)
        if (!Number.isSafeInteger(number) || number <= row.row) throw broken()
        row = { row: number, cells: [] }
        column = -1
      } else if (name === 'c') {
        const next = attributes.r === undefined ? column + 1 : columnIn(attributes.r, row.row)
        if (next <= column) throw broken()
        column = next
        cell = { type: attributes.t ?? 'n', style: Number(attributes.s ?? 0), value: '', formula: false }
      } else if (name === 'f' && cell) cell.formula = true
      else if (name === 'rPh') aside = true
      else if (name === 'mergeCell' && attributes.ref) grid.merged.push(attributes.ref)
      if (grid.merged.length > most.rows) throw broken()
    },
    text: (text) => {
      if (taking && cell) cell.value += text
    },
    close: (name) => {
      taking = false
      if (name === 'rPh') aside = false
      if (name === 'c' && cell) {
        const said = cellOf(cell, legend)
        if (said) addCell(row, { column, ...said })
        cell = undefined
      }
      if (name === 'row') addRow(grid, row)
    },
  })
  return grid
}

/** The column of an address such as `C7`, which must be in that row. */
function columnIn(address: string, row: number): number {
  const [, letters = '', number] = /^([A-Z]{1,7})([1-9]\d{0,6})$/.exec(address) ?? []
  if (letters === '' || Number(number) !== row) throw broken()
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}
