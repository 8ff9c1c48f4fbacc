import { inflateRawSync } from 'node:zlib'
import { zip } from '#kernel/register/sheet/xlsx/zip.ts'

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships'

/** The parts of a workbook of one sheet as another program would write it, to be changed into what a test needs. */
export const partsOf = (rows: string, { strings = '', formats = '', book = '' } = {}): Record<string, string> => ({
  '_rels/.rels': `<Relationships xmlns="${packages}"><Relationship Id="a" Type="${office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml': `<x:workbook xmlns:x="${main}" xmlns:r="${office}">${book}<x:sheets><x:sheet name="Sheet1" sheetId="1" r:id="s"/></x:sheets></x:workbook>`,
  'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}"><Relationship Id="s" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="t" Type="${office}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="u" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  'xl/sharedStrings.xml': `<sst xmlns="${main}">${strings}</sst>`,
  'xl/styles.xml': `<styleSheet xmlns="${main}">${formats}</styleSheet>`,
  'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
})

/** The archive of some parts. */
export async function packed(parts: Readonly<Record<string, string | Iterable<string>>>): Promise<Buffer> {
  const files = Object.entries(parts).map(([name, content]) => ({
    name,
    content: typeof content === 'string' ? [content] : content,
  }))
  return Buffer.concat(await Array.fromAsync(zip(files)))
}

/** The sheet inside a workbook: its last file, found by its name. */
export function sheetIn(bytes: Buffer): string {
  const at = bytes.indexOf('xl/worksheets/sheet1.xml')
  return inflateRawSync(bytes.subarray(at + 'xl/worksheets/sheet1.xml'.length)).toString()
}
