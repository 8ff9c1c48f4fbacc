import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { grains } from './grains.ts'
import type { CellColumn, Measure } from './measure.ts'

/** What all measures come to in words, and what they are summed up by: where these change, what was kept by the old ones counts no more. */
export function definitionOf(
  measures: readonly Measure[],
  summedBy: Readonly<Record<string, readonly CellColumn[]>> = grains,
): string {
  const words = measures.map(({ name, of, rows }) => {
    const { joined, where, ...given } = rows(sql`now`, sql`district`)
    const parts = 'sums' in given ? Object.entries(given.sums) : [['value', given.value] as const]
    const fragments = [
      joined,
      where,
      ...parts.map(([, part]) => part),
      of.from,
      of.limits?.(sql`district`),
      of.at,
      of.settled,
      of.reach,
      ...Object.values(of.columns),
    ]
    return [name, ...parts.map(([part]) => part), ...fragments.map((one) => one?.toOperationNode())]
  })
  return createHash('sha256')
    .update(JSON.stringify([words, summedBy]))
    .digest('base64url')
    .slice(0, 16)
}
