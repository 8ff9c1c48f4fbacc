import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { verifyWords } from '#capabilities/cases/store/words.ts'
import type { Database } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import { verify } from '#kernel/flow/verify.ts'
import { talliedMeasures } from '#kernel/metric/define.ts'
import { verifySums } from '#kernel/metric/sums.ts'
import { verifyTallies } from '#kernel/metric/tallies.ts'
import { verifyUnsettled } from '#kernel/metric/unsettled.ts'
import { districtsOf } from '#kernel/place/districts.ts'
import { type KeptSeal, rewrittenSince, sealLine } from '#kernel/record/keptSeals.ts'
import { lastSeal } from '#kernel/record/seal.ts'
import { systemClock } from '#kernel/time/clock.ts'
import { provenFlows, provenRegisters } from './proving.ts'

/** Goes through the record of every district, and compares with seals that were kept elsewhere. Says what it finds, and how much that is. */
export async function verifyAll(database: Database, kept: readonly KeptSeal[], say: (line: string) => void): Promise<number> {
  let found = 0
  for (const district of await districtsOf(database)) {
    const { items, events, seals, unsealed, findings } = await verify(database, provenFlows, district, undefined, provenRegisters)
    findings.push(...(await verifyWords(database, district)))
    for (const verifyKept of [verifyTallies, verifySums, verifyUnsettled])
      findings.push(...(await verifyKept(database, district, talliedMeasures(caseMetrics), systemClock())))
    say(
      `${district}: ${items} items, ${events} events, ${seals} seals; ${unsealed} events wait for their seal and cannot be vouched for yet`,
    )
    for (const { where, what } of findings) say(`  ${where}: ${what}`)
    found += findings.length
    const last = await within(database, { as: 'owner', district }, (connection) => lastSeal(connection, district))
    if (last) say(`  last seal, to keep elsewhere: ${sealLine({ district, ...last })}`)
  }
  for (const { district, number } of await rewrittenSince(database, kept)) {
    say(`  ${district} seal ${number}: is not the one that was kept elsewhere: the past was rewritten`)
    found += 1
  }
  if (kept.length > 0) say(`${kept.length} seals that were kept elsewhere were compared`)
  say(found === 0 ? 'nothing is wrong' : `${found} things are wrong`)
  return found
}
