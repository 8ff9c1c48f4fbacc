import { crc32, inflateRawSync } from 'node:zlib'
import { broken, notOurs, tooMuch } from '../reading/grid.ts'

interface Entry {
  flags: number
  method: number
  crc: number
  packed: number
  at: number
}

/** More files are in no workbook that people make. */
const mostEntries = 2000

/**
 * An archive (APPNOTE.TXT 6.3), to take single files from by their names. All that is taken together unpacks to at most so many bytes,
 * whatever the archive says of itself; what is not asked for is never unpacked.
 */
export function unzip(bytes: Buffer, budget: number): (name: string) => Buffer | undefined {
  const entries = whole(() => directory(bytes))
  let left = budget
  return (name) => {
    const entry = entries.get(name)
    if (!entry) return undefined
    const content = whole(() => contentOf(bytes, entry, left))
    left -= content.length
    return content
  }
}

/** An archive that points outside of itself is broken. */
function whole<Outcome>(read: () => Outcome): Outcome {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError && 'code' in error && error.code === 'ERR_OUT_OF_RANGE') throw broken()
    throw error
  }
}

function directory(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0) throw broken()
  const count = bytes.readUInt16LE(end + 10)
  if (count > mostEntries) throw tooMuch('压缩包内文件过多', 'it has too many files inside')
  const entries = new Map<string, Entry>()
  let at = bytes.readUInt32LE(end + 16)
  for (let left = count; left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== 0x02014b50) throw broken()
    const length = bytes.readUInt16LE(at + 28)
    const name = bytes.toString('utf8', at + 46, at + 46 + length)
    // Two of one name: whoever looks at the first sees another sheet than whoever looks at the last.
    if (entries.has(name)) throw broken()
    entries.set(name, {
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    })
    at += 46 + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function contentOf(bytes: Buffer, { flags, method, crc, packed, at }: Entry, left: number): Buffer {
  if (flags & 1)
    throw notOurs('表格带有密码，请去掉密码后再上传', 'it is protected by a password: save it without one and send that')
  if (bytes.readUInt32LE(at) !== 0x04034b50) throw broken()
  const begins = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  if (begins + packed > bytes.length) throw broken()
  const content = unpacked(bytes.subarray(begins, begins + packed), method, left)
  if (crc32(content) !== crc) throw broken()
  return content
}

function unpacked(content: Buffer, method: number, left: number): Buffer {
  const tooBig = () => tooMuch('表格解压后过大，请分成几份', 'it is too large when unpacked: split it')
  if (method === 0 && content.length > left) throw tooBig()
  if (method === 0) return content
  if (method !== 8 || left <= 0) throw left <= 0 ? tooBig() : broken()
  try {
    return inflateRawSync(content, { maxOutputLength: left })
  } catch (error) {
    throw error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE' ? tooBig() : broken()
  }
}
