import { pipeline, Readable } from 'node:stream'
import { crc32, createDeflateRaw } from 'node:zlib'

/** A file in an archive; its content comes piece by piece. */
export interface Part {
  name: string
  content: Iterable<string | Buffer> | AsyncIterable<string | Buffer>
}

interface Entry {
  name: Buffer
  crc: number
  packed: number
  size: number
  at: number
}

// APPNOTE.TXT 6.3.3: sizes and check sum follow the data (bit 3), names are UTF-8 (bit 11), deflate (8); times are left at 1980.
const flags = 0x0808
const fixed = (...fields: [size: 2 | 4, value: number][]): Buffer =>
  Buffer.concat(
    fields.map(([size, value]) => {
      const bytes = Buffer.alloc(size)
      if (size === 2) bytes.writeUInt16LE(value)
      else bytes.writeUInt32LE(value >>> 0)
      return bytes
    }),
  )

/** An archive of some parts, written while it is read: nothing is kept whole, and others get their turn between the pieces. */
export async function* zip(parts: Iterable<Part> | AsyncIterable<Part>): AsyncGenerator<Buffer> {
  const entries: Entry[] = []
  let at = 0
  for await (const { name, content } of parts) {
    const entry: Entry = { name: Buffer.from(name), crc: 0, packed: 0, size: 0, at }
    const head = Buffer.concat([
      fixed(
        [4, 0x04034b50],
        [2, 20],
        [2, flags],
        [2, 8],
        [2, 0],
        [2, 0x21],
        [4, 0],
        [4, 0],
        [4, 0],
        [2, entry.name.length],
        [2, 0],
      ),
      entry.name,
    ])
    yield head
    async function* counted() {
      for await (const piece of content) {
        const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece
        entry.crc = crc32(bytes, entry.crc)
        entry.size += bytes.length
        yield bytes
      }
    }
    const packing = createDeflateRaw()
    // What breaks in the content breaks the reading (the loop below throws it); who stops reading stops the content.
    pipeline(Readable.from(counted()), packing, () => {})
    try {
      for await (const piece of packing) {
        const bytes = Buffer.from(piece)
        entry.packed += bytes.length
        yield bytes
      }
    } finally {
      packing.destroy()
    }
    yield fixed([4, 0x08074b50], [4, entry.crc], [4, entry.packed], [4, entry.size])
    at += head.length + entry.packed + 16
    entries.push(entry)
  }
  const directory = Buffer.concat(
    entries.map(({ name, crc, packed, size, at: where }) =>
      Buffer.concat([
        fixed([4, 0x02014b50], [2, 20], [2, 20], [2, flags], [2, 8], [2, 0], [2, 0x21], [4, crc], [4, packed], [4, size]),
        fixed([2, name.length], [2, 0], [2, 0], [2, 0], [2, 0], [4, 0], [4, where]),
        name,
      ]),
    ),
  )
  yield directory
  yield fixed([4, 0x06054b50], [2, 0], [2, 0], [2, entries.length], [2, entries.length], [4, directory.length], [4, at], [2, 0])
}
