import type { FastifyReply, FastifyRequest } from 'fastify'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { endSessionBy, partsOf } from './sessions.ts'

export const cookieName = 'linli'

/** What of a request says whose it is, and from where. */
export type Asker = Pick<FastifyRequest, 'cookies' | 'headers' | 'protocol' | 'fromOffice'>

/**
 * What the cookie of a session is called. By https it has the prefix with which browsers take it from this very host alone, so that
 * no other house under the same domain plants one here (RFC 6265bis, 4.1.3.2).
 */
const nameFor = ({ protocol }: Pick<Asker, 'protocol'>) => (protocol === 'https' ? `__Host-${cookieName}` : cookieName)

const how = ({ protocol }: Pick<Asker, 'protocol'>) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: protocol === 'https' }) as const

/** The token of the session that a request comes with, if there is one. */
export const tokenIn = (request: Pick<Asker, 'cookies' | 'protocol'>): string | undefined => request.cookies[nameFor(request)]

/**
 * Hands the token of a new session to whoever has just got in. The session that their browser came with is over: none from before a
 * sign-in is good after it.
 */
export async function handToken(
  { database, clock }: Pick<House, 'database' | 'clock'>,
  request: FastifyRequest,
  reply: FastifyReply,
  token: string,
): Promise<void> {
  const before = partsOf(tokenIn(request))
  if (before)
    await within(database, { as: 'command', district: before.district }, (connection) =>
      endSessionBy(connection, before, clock()),
    )
  reply.setCookie(nameFor(request), token, how(request))
}

/** Takes the token back from a browser whose session is over. */
export const takeToken = (request: FastifyRequest, reply: FastifyReply) => reply.clearCookie(nameFor(request), how(request))
