import type { TSchema } from 'typebox'
import type { Connection } from '../database/open.ts'
import type { Actor } from '../people/actor.ts'
import { roles } from '../people/roles.ts'
import { unitsBelow } from '../place/store/find.ts'
import type { EntryFlaw, Register } from './define.ts'

/**
 * How far a post reaches in a register: gives what is wrong with changing an entry, by the unit to which it belongs, because that is
 * neither theirs nor lies in theirs. Posts of the whole district reach everything.
 */
export async function reachOf<Schema extends TSchema, Facts>(
  connection: Connection,
  { belongsTo, fields }: Register<Schema, Facts>,
  { district, role, unit }: Actor,
  day: string,
): Promise<(owner: string | undefined) => EntryFlaw | undefined> {
  if (belongsTo === undefined || roles[role].sees !== 'place') return () => undefined
  const reached = new Set(unit === undefined ? [] : await unitsBelow(connection, district, unit, day))
  const name = fields[belongsTo]?.name ?? { zh: belongsTo, en: belongsTo }
  return (owner) => {
    if (owner !== undefined && reached.has(owner)) return undefined
    const because = {
      zh: `${name.zh}“${owner ?? ''}”不在您的岗位范围内，请由所属单位修改`,
      en: `the ${name.en} "${owner ?? ''}" is not within your post: it is changed by whoever has one there`,
    }
    return { field: belongsTo, because }
  }
}
