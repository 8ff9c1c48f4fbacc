import { type Static, Type } from 'typebox'
import { Text } from '#kernel/text.ts'
import { keysOf } from '#kernel/words.ts'
import { type ErrandKind, kindCodes, paperKinds } from './kinds.ts'

const closed = { additionalProperties: false }
export const ItemCode = Type.String({ pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', maxLength: 60 })

/**
 * A paper that an errand needs (所需材料): the original goes out and comes back, as does a card; of money comes back what is left; a copy is
 * destroyed in the end.
 */
export const Needed = Type.Object(
  { name: Text(60), kind: Type.Enum(keysOf(paperKinds)), count: Type.Integer({ minimum: 1, maximum: 20 }) },
  closed,
)
export type Needed = Static<typeof Needed>

/** What the community can do for residents (代办事项). */
export const ErrandItem = Type.Object(
  {
    code: ItemCode,
    name: Type.Object({ zh: Text(60), en: Type.Optional(Text(100)) }, closed),
    kind: Type.Enum(kindCodes as [ErrandKind, ...ErrandKind[]]),
    papers: Type.Array(Needed, { maxItems: 20 }),
    steps: Text(1000),
    department: Text(60),
    /** Working days that the department takes. */
    days: Type.Integer({ minimum: 1, maximum: 180 }),
    /** What one run saves the resident, in hours: an assumption of the district's, shown as one. */
    hours: Type.Number({ minimum: 0, maximum: 100 }),
    /** Whether a helper who comes without the resident needs their letter. */
    letter: Type.Boolean(),
    fee: Type.Optional(Text(100)),
  },
  closed,
)
export type ErrandItem = Static<typeof ErrandItem>
