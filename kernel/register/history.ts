import { isDeepStrictEqual } from 'node:util'
import { type Static, Type } from 'typebox'
import { fold } from '../flow/patch.ts'
import type { EventBody } from '../record/event.ts'

/** One change of an entry, as people read it: who, when, and each field before and after. */
export const EntryStep = Type.Object({
  version: Type.Integer(),
  act: Type.String({ description: '`adopt`: as it was found when it was first changed; `put`, `end`, `import`' }),
  at: Type.String({ format: 'date-time' }),
  by: Type.Object({ name: Type.String(), role: Type.String(), unit: Type.Optional(Type.String()) }),
  changes: Type.Array(
    Type.Object({ field: Type.String(), before: Type.Optional(Type.Unknown()), after: Type.Optional(Type.Unknown()) }),
  ),
})
export type EntryStep = Static<typeof EntryStep>

/** The history of an entry, from its events in order. */
export function stepsOf(events: readonly EventBody[]) {
  let item: Record<string, unknown> = {}
  return events.map(({ sequence, command, at, by: { name, role, unit }, patch }) => {
    const before = item
    item = fold(item, patch)
    const fields = [...new Set([...Object.keys(patch.set), ...patch.unset])].filter((field) => field !== 'version')
    const changes = fields
      .filter((field) => !isDeepStrictEqual(before[field], item[field]))
      .map((field) => ({
        field: field.replace(/^entry\./, ''),
        ...(field in before && { before: before[field] }),
        ...(field in item && { after: item[field] }),
      }))
    return { version: sequence, act: command, at, by: { name, role, ...(unit !== undefined && { unit }) }, changes }
  })
}
