import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { readCsv, textOf, writeCsv } from './csv.ts'

suite('sheets as CSV', () => {
  test('any cells come back as they were written', () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', "'=1", '@x', '-3', '＝1', 'a"b', 'a,b', 'a\r\nb', "''", '\ufeff', '\t'),
    )
    const sheet = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 })
    fc.assert(
      fc.property(sheet, (rows) => {
        const read = readCsv(writeCsv(rows))
        assert.ok(Array.isArray(read))
        assert.deepEqual(
          read.map(({ cells }) => cells),
          rows.filter((cells) => cells.some((one) => one.trim() !== '')),
        )
      }),
    )
  })

  test('no written cell is a formula to a spreadsheet', () => {
    for (const evil of ['=HYPERLINK("x")', '+1', '-1', '@SUM(1)', '\t=1', '\r=1', '＝1'])
      assert.match(writeCsv([[evil]]), /^\ufeff"?'/)
  })

  test('a row knows the line on which it begins, also after a cell of several lines', () => {
    const read = readCsv('a,b\r\n"1\n2",x\r\n\r\nlast,y\r\n')
    assert.deepEqual(Array.isArray(read) && read.map(({ line }) => line), [1, 2, 5])
  })

  test('an open quote is a problem on its line', () => {
    const read = readCsv('a\r\n"b')
    assert.ok(!Array.isArray(read))
    assert.equal(read.line, 2)
  })

  test('a sheet that a Chinese spreadsheet saved in GB 18030 is read', () => {
    assert.equal(textOf(new Uint8Array([0xc2, 0xb7, 0xb5, 0xc6])), '路灯')
    assert.equal(textOf(new TextEncoder().encode('路灯')), '路灯')
  })
})
