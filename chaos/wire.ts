import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A wire between two ends that can be cut, slow and lossy. */
export interface Wire {
  port: number
  /** Breaks what goes over it now, and lets nothing through until it is mended. */
  cut: () => void
  mend: () => void
  close: () => Promise<void>
}

export interface Quality {
  /** Milliseconds that each piece takes. */
  delay?: number
  /** Of how many pieces one breaks the connection, as a share. */
  loss?: number
}

/** Lays a wire from a port of its own to another: each piece takes so many milliseconds, and some break the connection. */
export async function layWire(to: number, { delay = 0, loss = 0 }: Quality = {}): Promise<Wire> {
  const open = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) return void near.destroy()
    const far = connect(to, '127.0.0.1')
    for (const [from, into] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(from)
      from.on('error', () => into.destroy())
      from.on('close', () => {
        open.delete(from)
        into.destroy()
      })
      from.on('data', (bytes) => {
        if (Math.random() < loss) return void from.destroy()
        if (delay === 0) into.write(bytes)
        else setTimeout(() => into.writable && into.write(bytes), delay)
      })
      from.on('end', () => setTimeout(() => into.end(), delay))
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const cut = () => {
    isCut = true
    for (const socket of open) socket.destroy()
  }
  return {
    port: (server.address() as AddressInfo).port,
    cut,
    mend: () => {
      isCut = false
    },
    close: async () => {
      cut()
      server.close()
    },
  }
}
