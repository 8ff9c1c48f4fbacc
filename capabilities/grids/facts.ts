import type { EntryFlaw } from '#kernel/register/define.ts'
import { words } from '#kernel/words.ts'

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

export const flaw = (field: string, zh: string, en: string): EntryFlaw => ({ field, because: words(zh, en) })

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

/** What is wrong with words that hold a telephone or identity number: no register of grids keeps one. */
export const withoutNumbers = (entry: Readonly<Record<string, string | undefined>>): EntryFlaw[] =>
  Object.entries(entry).flatMap(([field, value]) =>
    value !== undefined && /\d{7}/.test(value.replaceAll(/[\s-]/g, ''))
      ? [
          flaw(
            field,
            '不要填手机号、身份证号：居民通过本平台联系',
            'no telephone or identity numbers: people are reached through the product',
          ),
        ]
      : [],
  )
