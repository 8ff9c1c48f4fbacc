import { Type } from 'typebox'
import { Day } from '#kernel/moments.ts'
import { Post } from '#kernel/people/actor.ts'
import { Telephone, Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { Personal } from '#kernel/vault/personal.ts'
import { Amount, Side, Signed } from './errand.ts'
import { ItemCode } from './item.ts'

const closed = { additionalProperties: false }
const Unit = Type.String({ minLength: 1, maxLength: 60 })
/** Which of its papers, by its place in the list. */
const paper = Type.Integer({ minimum: 0, maximum: 19 })

export const Request = Type.Object(
  {
    item: ItemCode,
    /** The estate or building where the resident lives, or its community. */
    unit: Unit,
    note: Type.Optional(Personal(Text(500))),
    atHome: Type.Boolean(),
    half: Type.Optional(Type.Enum(['morning', 'afternoon'])),
    /** At which the helper reaches them: an account has none that anybody could read. */
    phone: Type.Optional(Personal(Telephone)),
  },
  closed,
)
/** For somebody without an account, who came or called. `brings`: the papers that they have with them. */
export const File = Type.Object(
  {
    ...Request.properties,
    name: Personal(Text(40)),
    brings: Type.Optional(Type.Array(paper, { maxItems: 20, uniqueItems: true })),
  },
  closed,
)
export const Record = Type.Object({ item: ItemCode, unit: Unit, on: Day }, closed)
export const Assign = Type.Object({ helper: Post }, closed)
export const Reassign = Type.Object({ helper: Post, because: Text(300) }, closed)
/** `photo`: in which state the paper is. `amount`: of money, how much is given, or what is left of it. */
export const Hand = Type.Object({ paper, to: Side, photo: Type.Optional(Uuid), amount: Type.Optional(Amount) }, closed)
/** One signature may stand for several papers. */
export const Sign = Type.Object(
  { papers: Type.Array(paper, { minItems: 1, maxItems: 20, uniqueItems: true }), ...Signed.properties },
  closed,
)
export const OnePaper = Type.Object({ paper }, closed)
export const Lose = Type.Object({ paper, remedy: Text(300) }, closed)
export const Reject = Type.Object({ because: Text(300), missing: Text(300) }, closed)
export const Decline = Type.Object({ because: Text(300) }, closed)
/** How somebody asked for it: they came, wrote, called back. */
export const Erase = Type.Object({ because: Text(300) }, closed)
export const Confirm = Type.Object({ satisfied: Type.Boolean(), words: Type.Optional(Personal(Text(300))) }, closed)
export const Nothing = Type.Object({}, closed)
