import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freePorts } from '#testing/ports.ts'

const program = fileURLToPath(new URL('../bin/linli.ts', import.meta.url))

/** The product as it is run, a process of its own on a loopback port, to be treated badly. */
export interface Served {
  address: string
  pid: () => number
  kill: () => Promise<void>
  start: () => Promise<void>
  /** Asks it to end, and gives its exit code. */
  stop: () => Promise<number | null>
  /** What it wrote to its log. */
  said: () => string
}

/** Runs `linli serve` with some environment, as behind a proxy on this machine, and waits until it answers. All that it says can be heard. */
export async function serve(environment: Record<string, string>, hear: (text: string) => void = () => {}): Promise<Served> {
  const port = await freePorts()
  const address = `http://127.0.0.1:${port}`
  let child: ChildProcess
  let output = ''
  const end = async (signal: NodeJS.Signals) => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }
  const start = async () => {
    child = spawn(process.execPath, [program, 'serve'], {
      env: { ...process.env, LINLI_DEMO: 'off', LINLI_PROXIES: '127.0.0.1', ...environment, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (text: Buffer) => {
        hear(text.toString())
        output = (output + text.toString()).slice(-100_000)
      })
    while (!(await isReady(address))) {
      if (child.exitCode !== null) throw new Error(`the server did not start: ${output.slice(-2000)}`)
      await sleep(50)
    }
  }
  await start()
  return {
    address,
    pid: () => child.pid ?? 0,
    kill: () => end('SIGKILL'),
    start,
    stop: async () => {
      await end('SIGTERM')
      return child.exitCode
    },
    said: () => output,
  }
}

/** Whether it answers that requests may be sent to it. */
export const isReady = (address: string): Promise<boolean> =>
  fetch(`${address}/readyz`, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  )
