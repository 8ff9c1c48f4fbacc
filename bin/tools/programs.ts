import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { root } from './bootstrap.mjs'

const running = new Set<ChildProcess>()
let stopping = false
const endings = new Set<() => Promise<void>>()

/** Runs a program to its end, or for so many milliseconds at most, and gives its exit code. What it says goes to the terminal. */
export async function run(
  program: string,
  programArguments: readonly string[],
  environment: NodeJS.ProcessEnv = {},
  most?: number,
): Promise<number> {
  if (stopping) return 1
  const child = spawn(program, programArguments, {
    ...{ cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } },
    ...(most !== undefined && { timeout: most, killSignal: 'SIGKILL' }),
  })
  running.add(child)
  const [code, signal] = await once(child, 'exit')
  if (signal === 'SIGKILL') console.log(`   killed, after ${most ?? '?'} ms at most: ${programArguments.join(' ')}`)
  running.delete(child)
  return typeof code === 'number' ? code : 1
}

/** Has something that was started, such as a server, for as long as the work takes; it is ended also when we are interrupted. */
export async function having<Thing extends { stop: () => Promise<void> }, Result>(
  thing: Thing,
  work: (thing: Thing) => Promise<Result>,
): Promise<Result> {
  endings.add(thing.stop)
  try {
    return await work(thing)
  } finally {
    endings.delete(thing.stop)
    await thing.stop()
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, async () => {
    stopping = true
    for (const child of running) child.kill('SIGTERM')
    await Promise.allSettled([...endings].map((end) => end()))
    process.exit(130)
  })
