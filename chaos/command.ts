import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The command line of the product. */
const program = fileURLToPath(new URL('../bin/linli.ts', import.meta.url))

/** Starts a command of it. Gives its process, its exit code once it has ended, and what it said until now. */
export function linli(environment: Record<string, string>, ...words: string[]) {
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, LINLI_DEMO: 'off', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said += text.toString()
    })
  return { child, ended: once(child, 'close').then(([code]): number | null => code), said: () => said }
}
