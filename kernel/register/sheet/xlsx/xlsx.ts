import { type Part, zip } from './zip.ts'

/** What a cell holds: words, a number, a moment (shown as clocks in Shanghai have it), or nothing. */
export type Cell = string | number | Date | undefined

/** A sheet to write: its name, its head with the width of each column in characters, and its rows as they come. */
export interface Sheet {
  name: string
  head: readonly { words: string; width: number }[]
  rows: AsyncIterable<readonly Cell[]>
}

/**
 * A workbook of one sheet (ECMA-376), written while it is read: a head that stays and filters, words that can never be a formula, and
 * times as times. A hundred thousand rows are never in memory at once.
 */
export const xlsx = (sheet: Sheet): AsyncGenerator<Buffer> =>
  zip([
    file('[Content_Types].xml', types),
    file('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    file('xl/workbook.xml', workbook(sheet.name)),
    file(
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['styles', 'styles.xml'],
      ]),
    ),
    file('xl/styles.xml', styles),
    { name: 'xl/worksheets/sheet1.xml', content: worksheet(sheet) },
  ])

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const file = (name: string, text: string): Part => ({ name, content: [declaration + text] })
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const types = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`

const relations = (targets: readonly [type: string, target: string][]) =>
  `<Relationships xmlns="${packages}/relationships">${targets.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`

const workbook = (name: string) =>
  `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31))}" sheetId="1" r:id="r1"/></sheets></workbook>`

// Style 1 is the head, 2 a moment.
const xf = (more: string) => `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"${more}/>`
const styles = [
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="3">${xf('')}${xf(' applyFont="1"').replace('fontId="0"', 'fontId="1"')}${xf(' applyNumberFormat="1"').replace('numFmtId="0"', 'numFmtId="164"')}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('')

async function* worksheet({ head, rows }: Sheet): AsyncGenerator<string> {
  const last = letters(head.length - 1)
  const widths = head.map(({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
  yield `<row>${head.map(({ words }) => text(words, 1)).join('')}</row>`
  let count = 1
  for await (const row of rows) {
    count += 1
    yield `<row>${row.map(cell).join('')}</row>`
  }
  yield `</sheetData><autoFilter ref="A1:${last}${count}"/></worksheet>`
}

/** Days since 30 December 1899 by clocks in Shanghai, which is how sheets keep a moment. */
const serial = (moment: Date) => (moment.getTime() + 8 * 3_600_000) / 86_400_000 + 25_569

function cell(value: Cell): string {
  if (value === undefined || value === '') return '<c/>'
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  if (value instanceof Date) return `<c s="2"><v>${serial(value)}</v></c>`
  return text(value)
}

/** Words as words: an inline string is never read as a formula, whatever sign it begins with. A sheet's cell takes 32,767 signs. */
const text = (words: string, style = 0) =>
  `<c t="inlineStr"${style ? ` s="${style}"` : ''}><is><t xml:space="preserve">${escaped(words.slice(0, 32_000))}</t></is></c>`

// XML 1.0 knows no control characters but these three, and no half signs.
const escaped = (words: string) =>
  words
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')

/** The name of a column: A to Z, then AA and on. */
function letters(index: number): string {
  const rest = Math.floor(index / 26) - 1
  return (rest < 0 ? '' : letters(rest)) + String.fromCharCode(65 + (index % 26))
}
