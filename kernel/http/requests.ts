import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Asking, answering } from '../asking.ts'
import { signals } from '../signals.ts'

declare module 'fastify' {
  interface FastifyRequest {
    asking: Asking
    /** How many bytes had gone down its connection when it came. */
    sentBefore: number
  }
}

/** What a watchman asks every few seconds: logged only where somebody looks for it. */
const probes: ReadonlySet<string> = new Set(['/healthz', '/livez', '/readyz'])

/** A part of a page has a route of its own, whose name changes with each build. */
const part = /^\/assets\/.*/

/**
 * Gives each request its id, from the page to the database and back, and tells of each that was answered: a line in the log, and
 * whoever counts. Neither says whose it was or what it said: of the address only the pattern of its route.
 */
export function followRequests(app: FastifyInstance, addresses: boolean): void {
  app.addHook('onRequest', (request, reply, done) => {
    request.asking = { request: request.id }
    request.sentBefore = request.raw.socket.bytesWritten
    reply.header('x-request-id', request.id)
    answering(request.asking, done)
  })
  app.addHook('onResponse', (request, reply, done) => {
    const route = (request.routeOptions.url ?? 'none').replace(part, '/assets/*')
    const answered = {
      ...{ method: request.method, route, status: reply.statusCode },
      milliseconds: Math.round(reply.elapsedTime * 10) / 10,
    }
    signals.answered.tell(answered)
    const { district, role } = request.asking
    const line = { ...answered, bytes: bytesOf(request), district, role, ...(addresses && { from: request.ip }) }
    if (probes.has(route)) request.log.debug(line, 'answered')
    else request.log.info(line, 'answered')
    done()
  })
}

/** What went down the connection for a request, as it went: packed, with its headers. A request that came over no wire has none. */
const bytesOf = ({ raw, sentBefore }: FastifyRequest): number => Math.max(0, raw.socket.bytesWritten - sentBefore) || 0
