import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { packed, partsOf } from '#testing/workbook.ts'
import { readXlsx } from './read.ts'
import { xlsx } from './xlsx.ts'

const cellsIn = async (rows: string, more?: Parameters<typeof partsOf>[1]) =>
  readXlsx(await packed(partsOf(rows, more)), '').rows.map(({ row, cells }) => [row, cells])
const written = async (rows: string[][], width: number) => {
  const head = Array.from({ length: width }, (_, index) => ({ words: `列${index}`, width: 9, stays: true }))
  return Buffer.concat(
    await Array.fromAsync(xlsx({ name: '说明', head: head.slice(0, 1), rows: [] }, { name: '表', head, rows })),
  )
}

suite('sheets are read', () => {
  test('as they were written, whatever signs are in them, and by the name of the sheet', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '_x0041_',
        '_x005F_x0041_',
        '_x000D_',
        '_x',
        'a\r\nb',
        '\r',
        '<b>&amp;"',
        '=1+1',
        '  x  ',
        '𠮷',
        "'",
        ']]>',
      ),
      fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed() && !/\p{Cc}|[\ufffe\uffff]/u.test(text)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 4 }), async (rows) => {
        const [, ...read] = readXlsx(await written(rows, 3), '表').rows
        const back = rows.map(() => ['', '', ''])
        for (const { row, cells } of read)
          for (const one of cells) if (one.kind === 'words') (back[row - 2] ?? [])[one.column] = one.words
        assert.deepEqual(
          back,
          rows.map((cells) => cells.map((text) => (text.trim() === '' ? '' : text))),
        )
      }),
      { numRuns: 60 },
    )
  })

  test('also as other programs write them: shared words with what is said beside them, rows and cells without an address', async () => {
    const strings = '<si><r><t>路</t></r><r><t>灯</t></r><rPh><t>lu</t></rPh></si><si><t>_x005F_x0041__x0041_</t></si>'
    assert.deepEqual(
      await cellsIn('<row><c t="s"><v>0</v></c><c/><c t="b"><v>1</v></c></row><row r="9"><c r="B9" t="s"><v>1</v></c></row>', {
        strings,
      }),
      [
        [
          1,
          [
            { column: 0, kind: 'words', words: '路灯' },
            { column: 2, kind: 'yesNo', yes: true },
          ],
        ],
        [9, [{ column: 1, kind: 'words', words: '_x0041_A' }]],
      ],
    )
  })

  test('with numbers as their formats show them: zeros in front, and days since 1900 or 1904', async () => {
    const formats = `<numFmts><numFmt numFmtId="170" formatCode="000000"/><numFmt numFmtId="171" formatCode="&quot;year&quot;0"/><numFmt numFmtId="172" formatCode="[Red]yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs>${[0, 170, 14, 171, 172].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`
    const rows = `<row r="1">${[0, 1, 2, 3, 4].map((style) => `<c s="${style}"><v>46387</v></c>`).join('')}</row>`
    const read = await cellsIn(rows, { formats })
    const shown = [
      ['46387', false],
      ['046387', false],
      ['46387', true],
      ['46387', false],
      ['46387', true],
    ]
    assert.deepEqual(read, [
      [
        1,
        shown.map(([digits, dated], column) => ({
          column,
          kind: 'number',
          value: 46387,
          digits,
          dated,
          moment: '2026-12-31T00:00:00',
        })),
      ],
    ])
    const later = await cellsIn('<row r="1"><c><v>44925</v></c></row>', { book: '<workbookPr date1904="1"/>' })
    assert.match(JSON.stringify(later), /2026-12-31T00:00:00/)
    for (const [serial, moment] of [
      [1, '1900-01-01'],
      [59, '1900-02-28'],
      [61, '1900-03-01'],
    ])
      assert.match(JSON.stringify(await cellsIn(`<row r="1"><c><v>${serial}</v></c></row>`)), new RegExp(`${moment}T00:00:00`))
  })

  test('a formula is told as one, whatever it came to, and in whichever way it is written', async () => {
    for (const formula of ['<f>1+1</f>', '<f/>', '<f t="shared" si="0"/>', '<f t="dataTable" ref="A1:A2"></f>'])
      assert.deepEqual(await cellsIn(`<row r="1"><c r="A1">${formula}<v>2</v></c></row>`), [
        [1, [{ column: 0, kind: 'formula' }]],
      ])
  })

  test('empty cells and rows cost nothing, however many there are', async () => {
    const empty = Array.from({ length: 50_000 }, (_, index) => `<row r="${index + 2}"><c r="A${index + 2}" s="1"/></row>`).join(
      '',
    )
    assert.equal((await cellsIn(`<row r="1"><c r="A1"><v>1</v></c></row>${empty}`)).length, 1)
  })
})
