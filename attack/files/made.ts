import { randomBytes } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { packed, partsOf } from '#testing/workbook.ts'

/** A file that should not be believed, and what it pretends to be. */
export interface Malformed {
  name: string
  kind: 'photo' | 'sheet' | 'places'
  bytes: Buffer
}

/** Numbers drawn from a seed, the same each time (mulberry32, T. Ettinger, public domain algorithm). */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

/** Cut off, overwritten, doubled, filled, or with something before or after it. */
const spoils: readonly ((bytes: Buffer, draw: (below: number) => number) => Buffer)[] = [
  (bytes, draw) => bytes.subarray(0, draw(bytes.length)),
  (bytes, draw) => {
    const changed = Buffer.from(bytes)
    for (let times = 0; times < 20; times += 1) changed[draw(changed.length)] = draw(256)
    return changed
  },
  (bytes, draw) => {
    const at = draw(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes])
  },
  (bytes, draw) => Buffer.from(bytes).fill(draw(256), draw(bytes.length)),
  (bytes) => Buffer.concat([Buffer.from('<html><script>alert(1)</script>'), bytes]),
  (bytes, draw) => Buffer.concat([bytes, randomBytes(draw(2000))]),
]

const plain = { width: 60, height: 40, channels: 3, background: 'grey' } as const

/** Files of each kind that are whole. */
async function whole(): Promise<Malformed[]> {
  const picture = sharp({ create: plain })
  const row = '<row r="1"><c r="A1" t="inlineStr"><is><t>编码</t></is></c></row>'
  const feature = { type: 'Feature', properties: { code: 'x' }, geometry: { type: 'Point', coordinates: [119, 36] } }
  return [
    { name: 'jpeg', kind: 'photo', bytes: await picture.clone().jpeg().toBuffer() },
    { name: 'png', kind: 'photo', bytes: await picture.clone().png().toBuffer() },
    { name: 'webp', kind: 'photo', bytes: await picture.clone().webp().toBuffer() },
    { name: 'gif', kind: 'photo', bytes: await picture.clone().gif().toBuffer() },
    { name: 'workbook', kind: 'sheet', bytes: await packed(partsOf(row)) },
    { name: 'csv', kind: 'sheet', bytes: Buffer.from('编码,名称\nx,"y\n') },
    { name: 'GeoJSON', kind: 'places', bytes: Buffer.from(JSON.stringify({ type: 'FeatureCollection', features: [feature] })) },
  ]
}

/** Files built to harm rather than broken by chance. */
async function built(): Promise<Malformed[]> {
  const jpeg = await sharp({ create: plain }).jpeg().toBuffer()
  const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`
  const rings = (ring: unknown) =>
    Buffer.from(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', properties: { code: 'x', level: 2 }, geometry: { type: 'Polygon', coordinates: [ring] } }],
      }),
    )
  const entity = '<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><a>&c;&c;&c;&c;</a>'
  return [
    {
      name: 'SVG with a script',
      kind: 'photo',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    },
    {
      name: 'SVG that names a file',
      kind: 'photo',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
    },
    { name: 'PNG of 60,000 × 60,000', kind: 'photo', bytes: hugePng(60_000) },
    { name: 'JPEG with an archive behind it', kind: 'photo', bytes: Buffer.concat([jpeg, await packed(partsOf(''))]) },
    { name: 'PDF', kind: 'photo', bytes: Buffer.from('%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj') },
    { name: 'program', kind: 'photo', bytes: Buffer.concat([Buffer.from('\u007fELF'), randomBytes(4000)]) },
    { name: 'nothing', kind: 'photo', bytes: Buffer.alloc(0) },
    {
      name: 'archive that unpacks without end',
      kind: 'sheet',
      bytes: await packed({ ...partsOf(''), 'xl/worksheets/sheet1.xml': 'x'.repeat(80_000_000) }),
    },
    { name: 'workbook with entities', kind: 'sheet', bytes: await packed({ ...partsOf(''), 'xl/workbook.xml': entity }) },
    {
      name: 'workbook with names that climb',
      kind: 'sheet',
      bytes: await packed({ ...partsOf(''), '../../../etc/cron.d/x': 'x' }),
    },
    { name: 'workbook with a macro', kind: 'sheet', bytes: await packed({ ...partsOf(''), 'xl/vbaProject.bin': 'x' }) },
    { name: 'nothing', kind: 'sheet', bytes: Buffer.alloc(0) },
    { name: 'JSON without an end', kind: 'places', bytes: Buffer.from(nested) },
    { name: 'ring of one point', kind: 'places', bytes: rings([[119, 36]]) },
    {
      name: 'ring of letters',
      kind: 'places',
      bytes: rings([
        ['a', 'b'],
        ['a', 'b'],
        ['a', 'b'],
        ['a', 'b'],
      ]),
    },
    {
      name: 'ring out of this world',
      kind: 'places',
      bytes: rings([
        [1e308, 1e308],
        [-1e308, 5],
        [3, 1e308],
        [1e308, 1e308],
      ]),
    },
    {
      name: 'bow tie',
      kind: 'places',
      bytes: rings([
        [119, 36],
        [119.01, 36.01],
        [119.01, 36],
        [119, 36.01],
        [119, 36],
      ]),
    },
    {
      name: 'ring of 100,000 points',
      kind: 'places',
      bytes: rings(Array.from({ length: 100_000 }, (_, at) => [119 + at / 1e7, 36])),
    },
    {
      name: 'no geometry',
      kind: 'places',
      bytes: Buffer.from('{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":null}]}'),
    },
    {
      name: 'prototype',
      kind: 'places',
      bytes: Buffer.from('{"type":"FeatureCollection","features":[],"__proto__":{"admin":true}}'),
    },
  ]
}

/** A PNG whose head says that it is so wide and high, and that has no more than a line. */
function hugePng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(data.length)
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(side, 0)
  head.writeUInt32BE(side, 4)
  head.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(side * 3 + 1))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** So many files that are not what they say: those built to harm, and whole ones spoilt at random from a seed. */
export async function malformed(count: number, seed: number): Promise<Malformed[]> {
  const [good, harmful] = [await whole(), await built()]
  const draw = numbersFrom(seed)
  const spoilt = Array.from({ length: Math.max(0, count - harmful.length) }, (_, number): Malformed => {
    const one = good[number % good.length]
    const spoil = spoils[draw(spoils.length)]
    if (!one || !spoil) throw new Error('there is nothing to spoil')
    return { ...one, name: `${one.name}, spoilt (${number})`, bytes: spoil(one.bytes, draw) }
  })
  return [...harmful, ...spoilt]
}
