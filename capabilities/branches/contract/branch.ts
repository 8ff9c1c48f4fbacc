import { type Static, Type } from 'typebox'
import { Day } from '#kernel/moments.ts'
import { Text } from '#kernel/text.ts'

const closed = { additionalProperties: false }
export const Unit = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' })
const Name = Text(20)

/** An estate's party branch (小区党支部) as it stands in the register: of people it holds what is published, and no number. */
export const Branch = Type.Object(
  {
    code: Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9][a-z0-9-]*$' }),
    name: Text(40),
    kind: Type.Enum(['solo', 'joint']),
    community: Unit,
    estates: Type.Array(Unit, { minItems: 1, maxItems: 20, uniqueItems: true }),
    organisations: Type.Optional(Type.Array(Text(60), { minItems: 2, maxItems: 20, uniqueItems: true })),
    secretary: Name,
    committee: Type.Array(Type.Object({ office: Text(20), name: Name }, closed), { maxItems: 15 }),
    groups: Type.Array(
      Type.Object({ name: Text(40), buildings: Type.Array(Unit, { minItems: 1, maxItems: 60 }), leader: Name }, closed),
      { maxItems: 40 },
    ),
    households: Type.Array(Type.Object({ building: Unit, called: Name }, closed), { maxItems: 200 }),
    foundedOn: Day,
    source: Type.Optional(Type.Object({ system: Text(60), id: Text(60), asOf: Day }, closed)),
  },
  closed,
)
export type Branch = Static<typeof Branch>
