import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** The command line of the product. */
const program = fileURLToPath(new URL('../bin/linli.ts', import.meta.url))

/** Runs a command of it to its end. Gives its exit code and what it said. */
export async function linli(environment: Record<string, string>, ...words: string[]): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [program, ...words], {
    env: { ...process.env, LINLI_DEMO: 'off', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text: Buffer) => {
      said += text.toString()
    })
  const [code] = await once(child, 'close')
  return { code: code ?? -1, said }
}
