import { createHash } from 'node:crypto'

/**
 * The id that something has in HSDS, which wants UUIDs where we have codes: always the same for the same code of a district. Version 8 of
 * RFC 9562: made as we see fit.
 */
export function idOf(district: string, kind: string, code: string): string {
  const hex = createHash('sha256').update(`${district}\n${kind}\n${code}`).digest('hex')
  const variant = '89ab'[Number.parseInt(hex[16] ?? '0', 16) % 4]
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
