import { once } from 'node:events'
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http'
import { freePorts } from './ports.ts'

/** A request that a receiver got. */
export interface Got {
  path: string
  headers: IncomingHttpHeaders
  text: string
}

/** A receiver of webhooks on this machine: keeps what it gets, and answers as it is told to. */
export async function openReceiver(answer: (got: Got, reply: ServerResponse) => void = (_, reply) => reply.end('ok')) {
  const received: Got[] = []
  const way = { answer }
  const server = createServer(async (request, reply) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    const got = { path: request.url ?? '', headers: request.headers, text: Buffer.concat(parts).toString() }
    received.push(got)
    way.answer(got, reply)
  })
  const port = await freePorts()
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    address: `http://127.0.0.1:${port}/hook`,
    received,
    /** From now on it answers so. */
    answers: (next: typeof answer) => {
      way.answer = next
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Answers with a status. */
export const saying =
  (status: number, text = '', headers: Record<string, string> = {}) =>
  (_: Got, reply: ServerResponse): void => {
    reply.writeHead(status, headers).end(text)
  }
