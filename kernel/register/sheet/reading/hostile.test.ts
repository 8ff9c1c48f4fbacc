import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import fc from 'fast-check'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { packed, partsOf } from '#testing/workbook.ts'
import { readApart } from './apart.ts'
import { most } from './grid.ts'
import { gridOf } from './read.ts'

const one = '<row r="1"><c r="A1"><v>1</v></c></row>'
const sheet = 'xl/worksheets/sheet1.xml'
const cut = (bytes: Buffer, length: number) => bytes.subarray(0, length)
const changed = (bytes: Buffer, change: (copy: Buffer) => void) => {
  const copy = Buffer.from(bytes)
  change(copy)
  return copy
}
const blanks = (megabytes: number) => Array.from({ length: megabytes }, () => ' '.repeat(1024 * 1024))
const good = await packed(partsOf(one))
/** The place in an archive's directory of the entry of some name. */
const entryAt = (bytes: Buffer, name: string) => bytes.lastIndexOf(name) - 46

const hostile: [name: string, kind: string, words: RegExp, make: () => Buffer | Promise<Buffer>][] = [
  ['an empty file', 'wrongType', /空/, () => Buffer.alloc(0)],
  ['a picture', 'wrongType', /xlsx/, () => Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1])],
  ['an old workbook, or one with a password', 'wrongType', /密码/, () => Buffer.from('d0cf11e0a1b11ae1', 'hex')],
  ['an archive that is none', 'badInput', /损坏/, () => Buffer.from('PK\u0003\u0004 and then nothing')],
  ['half of a workbook', 'badInput', /损坏/, () => cut(good, good.length / 2)],
  ['a workbook without its last bytes', 'badInput', /损坏/, () => cut(good, good.length - 10)],
  [
    'an archive whose directory points outside',
    'badInput',
    /损坏/,
    () => changed(good, (copy) => copy.writeUInt32LE(0xfffffff0, copy.length - 6)),
  ],
  [
    'a workbook with a changed byte',
    'badInput',
    /损坏/,
    () => changed(good, (copy) => copy.writeUInt32LE(7, entryAt(copy, sheet) + 16)),
  ],
  [
    'an archive with a password',
    'wrongType',
    /密码/,
    () => changed(good, (copy) => copy.writeUInt16LE(0x809, entryAt(copy, sheet) + 8)),
  ],
  ['an archive of something else', 'wrongType', /xlsx/, () => packed({ 'a.txt': 'x' })],
  ...['vbaProject', 'xlMacrosheet'].map((type): (typeof hostile)[number] => [
    `a workbook with a macro (${type})`,
    'wrongType',
    /带宏/,
    () => {
      const parts = partsOf(one)
      const relations = 'xl/_rels/workbook.xml.rels'
      const macro = `<Relationship Id="m" Type="http://schemas.microsoft.com/office/2006/relationships/${type}" Target="macro.bin"/>`
      const listed = parts[relations]?.replace('</Relationships>', `${macro}</Relationships>`) ?? ''
      return packed({ ...parts, [relations]: listed, 'xl/macro.bin': 'a macro' })
    },
  ]),
  [
    'a workbook without a sheet',
    'wrongType',
    /没有工作表/,
    () => packed({ ...partsOf(''), 'xl/workbook.xml': '<workbook><sheets/></workbook>' }),
  ],
  [
    'a workbook whose sheet is not there',
    'badInput',
    /损坏/,
    () => {
      const { [sheet]: _, ...rest } = partsOf('')
      return packed(rest)
    },
  ],
  [
    'a workbook whose sheet lies elsewhere',
    'badInput',
    /损坏/,
    () =>
      packed({
        ...partsOf(''),
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="s" Type="x/worksheet" Target="file:///etc/passwd" TargetMode="External"/></Relationships>',
      }),
  ],
  [
    'a bomb: hundreds of megabytes in a few kilobytes',
    'tooLarge',
    /解压/,
    () => packed({ ...partsOf(''), [sheet]: blanks(300) }),
  ],
  [
    'a bomb in the words of a sheet, beside another in its styles',
    'tooLarge',
    /解压/,
    () =>
      packed({
        ...partsOf(one),
        'xl/sharedStrings.xml': ['<sst>', ...blanks(40), '</sst>'],
        'xl/styles.xml': ['<s>', ...blanks(40), '</s>'],
      }),
  ],
  [
    'a bomb that says it is small',
    'tooLarge',
    /解压/,
    async () =>
      changed(await packed({ ...partsOf(''), [sheet]: blanks(300) }), (copy) =>
        copy.writeUInt32LE(10, entryAt(copy, sheet) + 24),
      ),
  ],
  [
    'entities within entities',
    'badInput',
    /损坏/,
    () =>
      packed({
        ...partsOf(''),
        [sheet]:
          '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><worksheet><sheetData><row><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
      }),
  ],
  [
    'an entity that is read from elsewhere',
    'badInput',
    /损坏/,
    () =>
      packed({
        ...partsOf(''),
        [sheet]:
          '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><worksheet><sheetData><row><c t="str"><v>&a;</v></c></row></sheetData></worksheet>',
      }),
  ],
  [
    'a document type, whatever for',
    'badInput',
    /损坏/,
    () => packed({ ...partsOf(''), [sheet]: `<!DOCTYPE worksheet><worksheet><sheetData>${one}</sheetData></worksheet>` }),
  ],
  ['an entity that nobody declared', 'badInput', /损坏/, () => packed(partsOf('<row><c t="str"><v>&a;</v></c></row>'))],
  ['markup that does not end as it began', 'badInput', /损坏/, () => packed(partsOf('<row><c></row></c>'))],
  ['a sheet that breaks off', 'badInput', /损坏/, () => packed({ ...partsOf(''), [sheet]: `<worksheet><sheetData>${one}` })],
  ['a cell a million columns away', 'tooLarge', /列/, () => packed(partsOf('<row r="1"><c r="BDWGN1"><v>1</v></c></row>'))],
  [
    'a row of a million cells',
    'tooLarge',
    /列/,
    () =>
      packed({
        ...partsOf(''),
        [sheet]: ['<worksheet><sheetData><row>', '<c><v>1</v></c>'.repeat(1_000_000), '</row></sheetData></worksheet>'],
      }),
  ],
  ['more rows than are taken', 'tooLarge', /5000 行/, () => packed(partsOf('<row><c><v>1</v></c></row>'.repeat(6000)))],
  [
    'two cells in one place',
    'badInput',
    /损坏/,
    () => packed(partsOf('<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>')),
  ],
  [
    'a cell that names words that there are not',
    'badInput',
    /损坏/,
    () => packed(partsOf('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')),
  ],
  ['a number that is none', 'badInput', /损坏/, () => packed(partsOf('<row r="1"><c r="A1"><v>1e999</v></c></row>'))],
  [
    'a cell with more words than a cell takes',
    'tooLarge',
    /32767/,
    () => packed(partsOf('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', { strings: `<si><t>${'路'.repeat(40_000)}</t></si>` })),
  ],
  ['a CSV with an open quote', 'badInput', /第 2 行/, () => Buffer.from('code\r\n"x')],
  ['a CSV with more rows than are taken', 'tooLarge', /5000 行/, () => Buffer.from('x\r\n'.repeat(6000))],
  ['a CSV a thousand columns wide', 'tooLarge', /列/, () => Buffer.from(`${'x,'.repeat(1000)}x\r\n`)],
]

suite('a sheet that harms is refused in words, and costs nobody else their time', () => {
  for (const [name, kind, words, make] of hostile)
    test(name, async () => {
      const told = await readApart(await make(), '')
      assert.ok(isRefusal(told), JSON.stringify(told).slice(0, 200))
      assert.equal(told.kind, kind)
      assert.match(told.because.zh, words)
      assert.ok(told.because.en.length > 10)
    })

  test('whatever bytes are changed in a workbook, it is read or refused, and never breaks us', async () => {
    const strings = '<si><t>路灯</t></si>'
    const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="0"><v>46387</v></c><c r="C1" t="b"><v>1</v></c></row>'
    const parts = partsOf(rows, { strings, formats: '<cellXfs><xf numFmtId="14"/></cellXfs>' })
    const archive = await packed(parts)
    const names = Object.keys(parts)
    const change = fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) })
    const broken = (bytes: Buffer, changes: readonly { at: number; byte: number }[]) =>
      changed(bytes, (copy) => {
        for (const { at, byte } of changes) copy[at % copy.length] = byte
      })
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), fc.constantFrom(...names), async (changes, name) => {
        const inside = broken(Buffer.from(parts[name] ?? ''), changes).toString()
        for (const bytes of [broken(archive, changes), await packed({ ...parts, [name]: inside })])
          try {
            assert.ok(gridOf(bytes, '').rows.length <= most.rows + 1)
          } catch (error) {
            assert.ok(error instanceof Error && 'refused' in error && isRefusal(error.refused), String(error))
          }
      }),
      { numRuns: 400 },
    )
  })

  test('what takes too long or too much memory is given up', async () => {
    const strings = Array.from({ length: 400_000 }, (_, index) => `<si><t>路灯${index}</t></si>`).join('')
    const heavy = await packed({ ...partsOf(one), 'xl/sharedStrings.xml': `<sst>${strings}</sst>` })
    assert.ok(!isRefusal(await readApart(heavy, '')), 'within bounds it is read')
    for (const limits of [
      { ...most, time: 20 },
      { ...most, memory: 12 },
    ]) {
      const told = await readApart(heavy, '', limits)
      assert.ok(isRefusal(told))
      assert.deepEqual([told.kind, /时间和内存/.test(told.because.zh)], ['tooLarge', true])
    }
  })

  test('of many at once a few are read, the others are told to wait; then there is room again', async () => {
    const told = await Promise.all(Array.from({ length: 5 }, () => readApart(good, '')))
    assert.equal(told.filter(isRefusal).length, 3)
    assert.ok(!isRefusal(await readApart(good, '')))
  })
})
