import type { Connection } from '#kernel/database/open.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { unitsBelow } from '#kernel/place/store/find.ts'

/** The units that lie in that of somebody's post, that one too. */
export const unitsOf = async (
  connection: Connection,
  { district, unit }: Pick<Actor, 'district' | 'unit'>,
  day: string,
): Promise<ReadonlySet<string>> => new Set(unit === undefined ? [] : await unitsBelow(connection, district, unit, day))
