import { once } from 'node:events'
import { createServer } from 'node:http'
import { type Measured, metersOf } from './meters.ts'

/**
 * Serves the figures of this process at an address of their own, such as `127.0.0.1:9464`, at `/metrics`: they are for who runs the
 * house, and the address is to be reached by nobody else. Gives the address and the function that ends it.
 */
export async function serveMeters(address: string, measured: Measured): Promise<{ address: string; close: () => void }> {
  const { hostname, port } = place(address)
  const meters = metersOf(measured)
  const server = createServer(async (request, reply) => {
    if (request.method !== 'GET' || request.url !== '/metrics') return reply.writeHead(404).end()
    return reply.writeHead(200, { 'content-type': meters.contentType }).end(await meters.text())
  })
  server.listen(Number(port), hostname)
  await once(server, 'listening')
  const bound = server.address()
  return {
    address: `http://${hostname}:${typeof bound === 'object' && bound ? bound.port : port}/metrics`,
    close: () => {
      meters.close()
      server.close()
      server.closeAllConnections()
    },
  }
}

function place(address: string): { hostname: string; port: string } {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-f:]+)\]|([^:[\]]+)):(\d{1,5})$/i.exec(address) ?? []
  const hostname = bracketed ?? plain
  if (hostname === undefined || port === undefined)
    throw new Error(`LINLI_METRICS=${address} is no address to listen at: write it as 127.0.0.1:9464`)
  return { hostname, port }
}
