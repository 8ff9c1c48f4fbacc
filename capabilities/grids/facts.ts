import type { EntryFlaw } from '#kernel/register/define.ts'
import { flaw, withoutNumbers } from '#kernel/register/flaws.ts'

/** A grid as the rules of these registers know it. */
export interface KnownGrid {
  name: string
  level: number
  kind: string
  community: string
  street: string
}

/** What the rules about grids' registers need to know of a district: its grids and units that stand, and what day it is. */
export interface GridFacts {
  grids: ReadonlyMap<string, KnownGrid>
  units: ReadonlyMap<string, { kind: string }>
  day: string
}

export { flaw, withoutNumbers }

/** Where what hangs on a grid lies: what its register is asked, and counted, by. Empty where there is no such grid. */
export const whereIs = ({ grid }: { grid: string }, { grids }: GridFacts) => ({
  community: grids.get(grid)?.community ?? '',
  street: grids.get(grid)?.street ?? '',
})

/** What is wrong with a grid that something hangs on. */
export const onGrid = ({ grid }: { grid: string }, { grids }: GridFacts): EntryFlaw[] =>
  grids.has(grid) ? [] : [flaw('grid', `本区没有“${grid}”这个网格`, `the district has no grid "${grid}"`)]

/** What is wrong with a day that has to have been. */
export const notAhead = (field: string, on: string, { day }: GridFacts): EntryFlaw[] =>
  on > day ? [flaw(field, '不能晚于今天', 'cannot be later than today')] : []
