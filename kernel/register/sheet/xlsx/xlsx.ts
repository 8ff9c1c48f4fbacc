import { escapedSigns } from './escapes.ts'
import { letters } from './letters.ts'
import { type Part, zip } from './zip.ts'

/** What a cell holds: words, a number, a moment (shown as clocks in Shanghai have it), or nothing. */
export type Cell = string | number | Date | undefined

/** A column: its words, its width in characters; and where people fill it in, what to choose from, and that it stays words. */
export interface Column {
  words: string
  width: number
  choices?: readonly string[]
  /** What is typed stays as it is typed: no code loses its zeros, no "1-2" becomes a day. */
  stays?: boolean
}

/** A sheet to write: its name, its head, and its rows as they come. */
export interface Sheet {
  name: string
  head: readonly Column[]
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>
}

/**
 * A workbook (ECMA-376), written while it is read: heads that stay and filter, words that can never be a formula, and times as times.
 * A hundred thousand rows are never in memory at once.
 */
export const xlsx = (...sheets: readonly Sheet[]): AsyncGenerator<Buffer> =>
  zip([
    file('[Content_Types].xml', types(sheets.length)),
    file('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    file('xl/workbook.xml', workbook(sheets)),
    file(
      'xl/_rels/workbook.xml.rels',
      relations([
        ...sheets.map((_, index): [string, string] => ['worksheet', `worksheets/sheet${index + 1}.xml`]),
        ['styles', 'styles.xml'],
      ]),
    ),
    file('xl/styles.xml', styles),
    ...sheets.map((sheet, index) => ({ name: `xl/worksheets/sheet${index + 1}.xml`, content: worksheet(sheet) })),
  ])

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const file = (name: string, text: string): Part => ({ name, content: [declaration + text] })
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

const types = (count: number) =>
  `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/>${Array.from({ length: count }, (_, index) => `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${kind}.worksheet+xml"/>`).join('')}<Override PartName="/xl/styles.xml" ContentType="${kind}.styles+xml"/></Types>`

const relations = (targets: readonly [type: string, target: string][]) =>
  `<Relationships xmlns="${packages}/relationships">${targets.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${office}/${type}" Target="${target}"/>`).join('')}</Relationships>`

/** What a workbook is called by whoever sends one. */
export const workbookType = `${kind}.sheet`

/** Sheets' names know no such signs, and take 31. */
export const sheetName = (name: string): string => name.replace(/[\\/?*:[\]]/g, ' ').slice(0, 31)

const workbook = (sheets: readonly Sheet[]) =>
  `<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${sheets.map(({ name }, index) => `<sheet name="${escaped(sheetName(name))}" sheetId="${index + 1}" r:id="r${index + 1}"/>`).join('')}</sheets></workbook>`

// Style 1 is the head, 2 a moment, 3 words that stay as they are typed (number format 49), 4 such of several lines.
const xf = (more: string) => `<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"${more}/>`
const inLines = `${xf(' applyNumberFormat="1" applyAlignment="1"').replace('numFmtId="0"', 'numFmtId="49"').replace('/>', '>')}<alignment vertical="top" wrapText="1"/></xf>`
const styles = [
  `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/></numFmts>`,
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  `<cellXfs count="5">${xf('')}${xf(' applyFont="1"').replace('fontId="0"', 'fontId="1"')}${xf(' applyNumberFormat="1"').replace('numFmtId="0"', 'numFmtId="164"')}${xf(' applyNumberFormat="1"').replace('numFmtId="0"', 'numFmtId="49"')}${inLines}</cellXfs>`,
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>',
].join('')

async function* worksheet({ head, rows }: Sheet): AsyncGenerator<string> {
  const last = letters(head.length - 1)
  const widths = head.map(
    ({ width, stays }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"${stays ? ' style="3"' : ''}/>`,
  )
  yield `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`
  yield `<row>${head.map(({ words }) => text(words, 1)).join('')}</row>`
  let count = 1
  for await (const row of rows) {
    count += 1
    yield `<row>${row.map((value, index) => cell(value, head[index]?.stays ? 3 : 0)).join('')}</row>`
  }
  yield `</sheetData><autoFilter ref="A1:${last}${count}"/>${validations(head)}</worksheet>`
}

/** What a sheet offers to choose from, for all rows below the head. A list in its place takes 255 signs and no comma. */
function validations(head: readonly Column[]): string {
  const lists = head.flatMap(({ choices = [] }, index) => {
    const list = choices.join(',')
    if (choices.length === 0 || list.length > 255 || choices.some((one) => one.includes(','))) return []
    const range = `${letters(index)}2:${letters(index)}1048576`
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${range}"><formula1>${escaped(`"${list}"`)}</formula1></dataValidation>`,
    ]
  })
  return lists.length === 0 ? '' : `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

/** Days since 30 December 1899 by clocks in Shanghai, which is how sheets keep a moment. */
const serial = (moment: Date) => (moment.getTime() + 8 * 3_600_000) / 86_400_000 + 25_569

function cell(value: Cell, style: number): string {
  if (value === undefined || value === '') return style ? `<c s="${style}"/>` : '<c/>'
  if (typeof value === 'number') return `<c><v>${value}</v></c>`
  if (value instanceof Date) return `<c s="2"><v>${serial(value)}</v></c>`
  return text(value, style)
}

/** As many signs of words are written in a cell; the rest is left out. No spreadsheet takes more than 32,767. */
export const mostSigns = 32_000

const styled = (style: number) => (style ? ` s="${style}"` : '')

/** Words as words: an inline string is never read as a formula, whatever sign it begins with. */
const text = (words: string, style = 0) =>
  `<c t="inlineStr"${styled(words.includes('\n') ? 4 : style)}><is><t xml:space="preserve">${escaped(escapedSigns(cleaned(words.slice(0, mostSigns))))}</t></is></c>`

// XML 1.0 knows no control characters but these three, and no half signs.
const cleaned = (words: string) =>
  words
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')

/** Words inside of markup: signs that would be read as it, and those that XML does not know, are none there. */
export const escaped = (words: string) =>
  cleaned(words).replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
