import assert from 'node:assert/strict'
import { test } from 'node:test'
import { crc32, inflateRawSync } from 'node:zlib'
import { type Cell, xlsx } from './xlsx.ts'

async function written(rows: readonly (readonly Cell[])[]): Promise<Map<string, string>> {
  async function* all() {
    yield* rows
  }
  const pieces: Buffer[] = []
  const head = [
    { words: '编号', width: 14 },
    { words: '时间', width: 18 },
  ]
  for await (const piece of xlsx({ name: '事项', head, rows: all() })) pieces.push(piece)
  return unzipped(Buffer.concat(pieces))
}

/** The files of an archive by its directory, each checked against its size and sum. */
function unzipped(bytes: Buffer): Map<string, string> {
  const end = bytes.length - 22
  assert.equal(bytes.readUInt32LE(end), 0x06054b50)
  const files = new Map<string, string>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    assert.equal(bytes.readUInt32LE(at), 0x02014b50)
    const [crc, packed, size] = [bytes.readUInt32LE(at + 16), bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24)]
    const [length, where] = [bytes.readUInt16LE(at + 28), bytes.readUInt32LE(at + 42)]
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    const begins = where + 30 + bytes.readUInt16LE(where + 26)
    const content = inflateRawSync(bytes.subarray(begins, begins + packed))
    assert.equal(content.length, size)
    assert.equal(crc32(content), crc)
    files.set(name, content.toString())
    at += 46 + length
  }
  return files
}

test('a workbook has the parts that a sheet needs, and its rows', async () => {
  const files = await written([
    ['2611-00001', new Date('2026-11-25T04:00:00Z')],
    ['无', undefined],
  ])
  assert.deepEqual([...files.keys()].length, 6)
  const sheet = files.get('xl/worksheets/sheet1.xml') ?? ''
  assert.match(sheet, /<t xml:space="preserve">编号<\/t>/)
  // Noon in Shanghai on 25 November 2026.
  assert.match(sheet, /<c s="2"><v>46351\.5<\/v><\/c>/)
  assert.match(sheet, /<autoFilter ref="A1:B3"\/>/)
  assert.match(files.get('xl/workbook.xml') ?? '', /name="事项"/)
})

test('what looks like a formula, or like markup, is words', async () => {
  const sheet =
    (
      await written([
        ['=cmd|"/c calc"!A1', undefined],
        ['<b>&"\u0007\ud800', 3],
      ])
    ).get('xl/worksheets/sheet1.xml') ?? ''
  assert.doesNotMatch(sheet, /<f>/)
  assert.match(sheet, /t="inlineStr"><is><t xml:space="preserve">=cmd\|&quot;\/c calc&quot;!A1/)
  assert.match(sheet, /&lt;b&gt;&amp;&quot;\ufffd</)
  assert.match(sheet, /<c><v>3<\/v><\/c>/)
})

test('words that look like an escape of a sheet are written as words', async () => {
  const sheet = (await written([['_x0041_', '_x41_ and\r']])).get('xl/worksheets/sheet1.xml') ?? ''
  assert.match(sheet, />_x005F_x0041_</)
  assert.match(sheet, />_x41_ and_x000D_</)
})

test('twenty thousand rows are written piece by piece, and others get their turn', async (context) => {
  const rows = Array.from({ length: 20_000 }, (_, index) => [`2611-${index}`, new Date(0)] as const)
  let longest = 0
  let before = performance.now()
  const beat = setInterval(() => {
    longest = Math.max(longest, performance.now() - before)
    before = performance.now()
  }, 1)
  const files = await written(rows)
  clearInterval(beat)
  assert.equal(files.get('xl/worksheets/sheet1.xml')?.split('<row>').length, 20_002)
  context.diagnostic(`the longest wait for a turn was ${longest.toFixed(0)} ms`)
})

test('rows that break off break the reading, and nothing else; who stops reading stops the rows', async () => {
  async function* broken() {
    yield ['2611-00001', undefined] as const
    throw new Error('the database went away')
  }
  const head = [{ words: '编号', width: 14 }]
  await assert.rejects(async () => {
    for await (const piece of xlsx({ name: '事项', head, rows: broken() })) assert.ok(piece)
  }, /went away/)

  let ended = false
  async function* endless() {
    try {
      for (;;) yield ['路'.repeat(100)] as const
    } finally {
      ended = true
    }
  }
  for await (const piece of xlsx({ name: '事项', head, rows: endless() })) if (piece.length > 1000) break
  await new Promise((resolve) => setTimeout(resolve, 50))
  assert.ok(ended)
})
