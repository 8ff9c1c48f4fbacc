import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { type Measure, namesOf } from './measure.ts'

/** What all measures come to in words: where these change, what was kept by the old ones counts no more. */
export function definitionOf(measures: readonly Measure[]): string {
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
  return createHash('sha256').update(JSON.stringify(words)).digest('base64url').slice(0, 16)
}

/**
 * By which definition something is kept of measures; and where all their sums stand one after the other, how many numbers come before those of each: of these the
 * last is how many rows were added up.
 */
export interface KeptBy {
  definition: string
  before: ReadonlyMap<string, number>
}

const known = new WeakMap<readonly Measure[], KeptBy>()

/** How these measures are kept. */
export function keptBy(measures: readonly Measure[]): KeptBy {
  const one = known.get(measures) ?? keepingOf(measures)
  known.set(measures, one)
  return one
}

function keepingOf(measures: readonly Measure[]): KeptBy {
  const before = new Map<string, number>()
  let sums = 0
  for (const { name, rows } of measures) {
    const names = namesOf(rows(sql`now`, sql`district`))
    if (names.length === 0) continue
    before.set(name, sums + 1)
    sums += 1 + names.length
  }
  return { definition: definitionOf(measures), before }
}

/** Nothing is kept: all is counted from the items. */
export const nothingKept: KeptBy = { definition: '', before: new Map() }
