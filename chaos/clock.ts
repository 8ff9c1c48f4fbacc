import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Part } from '#testing/parts.ts'
import { hasServer } from './ground.ts'
import { pause, play } from './play.ts'

const shifted = fileURLToPath(new URL('shiftedClock.ts', import.meta.url))

/** The clock of a server set back an hour, forth an hour, and right again; where there can be two, the other's is right. */
export const part: Part = async (goals, { quick }) => {
  const folder = mkdtempSync(join(tmpdir(), 'linli-clock-'))
  const file = join(folder, 'hours')
  writeFileSync(file, '0')
  try {
    await play(goals, {
      name: 'the clock set back and forth by an hour',
      kind: hasServer ? 'server' : 'embedded',
      servers: hasServer ? 2 : 1,
      environment: (number) => (number === 0 ? { CHAOS_CLOCK: file, NODE_OPTIONS: `--import ${shifted}` } : {}),
      async breaks() {
        for (let time = 0; time < (quick ? 1 : 5); time += 1)
          for (const hours of ['-1', '0', '1', '0']) {
            writeFileSync(file, hours)
            await pause(2000)
          }
        return ''
      },
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
}
