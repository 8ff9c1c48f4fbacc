import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { readKeptSeals } from '#kernel/record/keptSeals.ts'
import { openGround } from '../ground.ts'
import { verifyAll } from '../verifying.ts'

/**
 * `linli verify [--seal FILE]`: goes through the record of every district. With a seal kept elsewhere (a file with a district,
 * a number and a hash on each line), also proves that the past up to it is the same as then. Ends with 1 if it finds anything.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { seal: { type: 'string' } } })
  const kept = values.seal === undefined ? [] : readKeptSeals(await readFile(values.seal, 'utf8'))
  const { database } = await openGround()
  const found = await verifyAll(database, kept, console.log)
  process.exitCode = found === 0 ? 0 : 1
  await database.close()
}
