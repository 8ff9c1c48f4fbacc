import { randomBytes } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

// As of query codes (Crockford's): no i, l, o, u, so that it can be read out on the telephone.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new id for a request, such as `k7m2q9xd`: short enough to be read out, in one piece on any page, and unlikely to come twice while a log is kept. */
const newRequestId = (): string => Array.from(randomBytes(8), (byte) => alphabet[byte % 32]).join('')

/**
 * The id under which a request is logged: that with which it came in `X-Request-Id`, from a page or a proxy, if it is plain and is
 * not made of digits alone, as a telephone is; else a new one.
 */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && plain.test(given) ? given : newRequestId()
}

const plain = /^(?=.*[a-z])[a-z0-9-]{8,40}$/
