import { createHash, randomBytes } from 'node:crypto'

/**
 * An id that sorts by the time at which it was made (UUID version 7, RFC 9562). Made from the machine's own time, also
 * where a replay runs in another: tables are partitioned by it.
 */
export function newId(millisecond = Date.now()): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(millisecond, 0, 6)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The smallest id that can have been made at a millisecond. */
export function firstIdOf(millisecond: number): string {
  const hex = Math.max(0, millisecond).toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`
}

/** The id that a text stands for, always the same one (UUID, version 8): whoever comes a second time finds what is there. */
export function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
