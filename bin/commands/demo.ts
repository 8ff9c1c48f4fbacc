import { parseArgs } from 'node:util'
import { loadMany } from '#demo/many.ts'
import { isCluster } from '#kernel/database/distribute.ts'
import { folderStore } from '#kernel/files/store.ts'
import { realDistricts } from '#kernel/place/districts.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { filesFolder, openSealed } from '../ground.ts'

/**
 * `linli demo [--cases N] [--years N] [--whole-since DAY]`: loads the demo district into an empty database, and fills it until there are
 * so many cases, to see how the product does with the cases of many years.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { cases: { type: 'string' }, years: { type: 'string' }, 'whole-since': { type: 'string' } },
  })
  const count = wholeNumber('--cases', values.cases ?? '0')
  const years = wholeNumber('--years', values.years ?? '10')
  const wholeSince = values['whole-since']
  if (years === 0) throw new Error('--years is at least 1')
  if (wholeSince !== undefined) Temporal.PlainDate.from(wholeSince)
  const { database, ring } = await openSealed()
  try {
    const real = await realDistricts(database)
    if (real.length > 0)
      throw new Error(`there are real districts in this database (${real.join(', ')}): a demo goes into one of its own`)
    if (count > 0 && (await isCluster(database.kysely)))
      throw new Error('this is a Citus cluster: --cases fills one server, or the embedded database')
    await loadMany({ database, ring, now: systemClock(), store: folderStore(filesFolder), count, years, wholeSince }, say)
  } finally {
    await database.close()
  }
}

const say = (line: string) => console.log(`  ${line}`)

function wholeNumber(option: string, text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`${option} is a whole number`)
  return Number(text)
}
