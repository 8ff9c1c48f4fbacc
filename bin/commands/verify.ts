import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { bulletinFlow } from '#capabilities/bulletins/flow.ts'
import { categoryRegister } from '#capabilities/cases/categoryRegister.ts'
import { caseFlow } from '#capabilities/cases/flow.ts'
import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { verifyWords } from '#capabilities/cases/store/words.ts'
import { specialFlow } from '#capabilities/specials/flow.ts'
import { within } from '#kernel/database/within.ts'
import { provable, verify } from '#kernel/flow/verify.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { verifyTallies } from '#kernel/metric/tallies.ts'
import { readKeptSeals, rewrittenSince } from '#kernel/record/keptSeals.ts'
import { lastSeal } from '#kernel/record/seal.ts'
import { followsFromEvents } from '#kernel/register/verify.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { openGround } from '../ground.ts'
import { districtsOf } from '../rounds.ts'

/**
 * `linli verify [--seal FILE]`: goes through the record of every district. With a seal kept elsewhere (a file with a district,
 * a number and a hash on each line), also proves that the past up to it is the same as then. Ends with 1 if it finds anything.
 */
export async function run(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { seal: { type: 'string' } } })
  const kept = values.seal === undefined ? [] : readKeptSeals(await readFile(values.seal, 'utf8'))
  const { database } = await openGround()
  let found = 0
  for (const district of await districtsOf(database)) {
    const { items, events, seals, unsealed, findings } = await verify(
      database,
      [provable(caseFlow), provable(specialFlow), provable(bulletinFlow)],
      district,
      undefined,
      [followsFromEvents(categoryRegister)],
    )
    findings.push(...(await verifyWords(database, district)))
    findings.push(...(await verifyTallies(database, district, talliedMeasures(caseMetrics), systemClock())))
    console.log(
      `${district}: ${items} items, ${events} events, ${seals} seals; ${unsealed} events wait for their seal and cannot be vouched for yet`,
    )
    for (const { where, what } of findings) console.log(`  ${where}: ${what}`)
    found += findings.length
    const last = await within(database, { as: 'owner', district }, (connection) => lastSeal(connection, district))
    if (last) console.log(`  last seal, to keep elsewhere: ${district} ${last.number} ${last.hash}`)
  }
  for (const { district, number } of await rewrittenSince(database, kept)) {
    console.log(`  ${district} seal ${number}: is not the one that was kept elsewhere: the past was rewritten`)
    found += 1
  }
  if (kept.length > 0) console.log(`${kept.length} seals that were kept elsewhere were compared`)
  console.log(found === 0 ? 'nothing is wrong' : `${found} things are wrong`)
  process.exitCode = found === 0 ? 0 : 1
  await database.close()
}
