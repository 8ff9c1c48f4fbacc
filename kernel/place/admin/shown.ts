import { type Static, Type } from 'typebox'
import { Day } from '../../moments.ts'
import { Text } from '../../text.ts'
import { keysOf } from '../../words.ts'
import { Position } from '../coordinates.ts'
import { aliasKinds, streetForms, unitKinds } from '../kinds.ts'
import type { Outline } from '../shown.ts'

export const tags = ['places']
export const Code = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9_-]+$' })
const Kind = Type.Enum(keysOf(unitKinds))
const Form = Type.Enum(keysOf(streetForms))
const Alias = Type.Object({ alias: Text(200), kind: Type.Enum(keysOf(aliasKinds)) }, { additionalProperties: false })

const fields = {
  name: Text(100),
  kind: Kind,
  form: Type.Optional(Form),
  parent: Code,
  aliases: Type.Optional(Type.Array(Alias, { maxItems: 20 })),
  point: Type.Optional(Position),
  serves: Type.Optional(
    Type.Array(Code, { maxItems: 500, uniqueItems: true, description: 'the estates that a property company serves' }),
  ),
}
/** A unit that is added. */
export const NewUnit = Type.Object({ code: Code, ...fields }, { additionalProperties: false })
/** What is corrected of one; `until` is its last day, or null for one that goes on after all. */
export const Correction = Type.Object(
  {
    ...fields,
    name: Type.Optional(fields.name),
    kind: Type.Optional(Kind),
    parent: Type.Optional(Code),
    until: Type.Optional(Type.Union([Type.String({ ...Day, description: 'the last day' }), Type.Null()])),
  },
  { additionalProperties: false, minProperties: 1 },
)

const Named = Type.Object({ code: Type.String(), name: Type.String(), kind: Type.String() })
/** A unit as its administrator sees it. */
export const UnitCard = Type.Object({
  ...Named.properties,
  form: Type.Optional(Type.String()),
  path: Type.Array(Named, { description: 'the district first, itself last' }),
  parent: Type.Optional(Type.String()),
  street: Type.Optional(Type.String()),
  community: Type.Optional(Type.String()),
  serves: Type.Array(Type.String()),
  aliases: Type.Array(Type.Object({ alias: Type.String(), kind: Type.String() })),
  point: Type.Optional(Type.Object({ longitude: Type.Number(), latitude: Type.Number() })),
  outline: Type.Optional(Type.Unsafe<Outline>({ type: 'object', additionalProperties: true })),
  starts: Type.String(),
  ends: Type.Optional(Type.String({ description: 'the first day on which it no longer stands' })),
  below: Type.Array(Type.Object({ kind: Type.String(), count: Type.Integer() })),
  levels: Type.Array(Type.Object({ level: Type.Integer(), base: Type.Integer(), dedicated: Type.Integer() })),
})

export type UnitCard = Static<typeof UnitCard>

export const GridRows = Type.Object({
  rows: Type.Array(
    Type.Object({
      ...Named.properties,
      level: Type.Integer(),
      parent: Type.Optional(Type.String()),
      starts: Type.String(),
      ends: Type.Optional(Type.String()),
    }),
  ),
  next: Type.Optional(Type.String()),
})
export type GridRows = Static<typeof GridRows>
