import { Type } from 'typebox'
import type { Connection } from '../../database/open.ts'
import { type Refusal, refusal } from '../../flow/refusal.ts'
import { Words } from '../../words.ts'

/** What would be left without its unit: how many of what, in words such as `2 个岗位`. */
export interface Hanging {
  what: string
  count: number
  words: Words
}
export const HangingRow = Type.Object({ what: Type.String(), count: Type.Integer(), words: Words })

/** What still hangs on a unit from the day on which it no longer stands: each part of the program knows its own. */
export type Hangs = (connection: Connection, district: string, unit: string, ends: string) => Promise<Hanging[]>

/** Everything that hangs on a unit. Nothing is left out silently: what counts nought is not told. */
export async function hangingOn(
  hangs: readonly Hangs[],
  connection: Connection,
  district: string,
  unit: string,
  ends: string,
): Promise<Hanging[]> {
  const found: Hanging[] = []
  for (const one of hangs) found.push(...(await one(connection, district, unit, ends)))
  return found.filter(({ count }) => count > 0)
}

/** A unit on which something hangs does not end: nothing is held by nobody, and nobody has a post at nothing. */
export function stillHangs(found: readonly Hanging[]): Refusal | undefined {
  if (found.length === 0) return undefined
  const [zh, en] = [found.map(({ words }) => words.zh).join('、'), found.map(({ words }) => words.en).join(', ')]
  return refusal(
    'rule',
    `还不能停用，这里到那天还有：${zh}。先移走或办完，再停用`,
    `it cannot end yet: on that day there would still be ${en}. Move or finish them first`,
  )
}
