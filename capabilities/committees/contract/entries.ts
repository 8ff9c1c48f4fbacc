import { type Static, Type } from 'typebox'
import { Day } from '#kernel/moments.ts'
import { Post } from '#kernel/people/actor.ts'
import { Text } from '#kernel/text.ts'
import { keysOf } from '#kernel/words.ts'
import { offices, sorts } from './kinds.ts'

const closed = { additionalProperties: false }
export const Code = Type.String({ minLength: 1, maxLength: 60, pattern: '^[a-z0-9][a-z0-9-]*$' })
export const Unit = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' })
/** What somebody is called: no digit, so that no number gets in. */
export const Name = Type.String({ minLength: 1, maxLength: 30, pattern: '^[^0-9\\s][^0-9\\u0000-\\u001f]*$' })

/** A kind of special committee (专项委员会): what it is called, and what it looks after. */
export const CommitteeKind = Type.Object(
  { code: Code, name: Type.Object({ zh: Text(20), en: Text(60) }, closed), about: Text(300) },
  closed,
)
export type CommitteeKind = Static<typeof CommitteeKind>

/** Somebody who sits in a committee for a term, its last day included. By-elections and successions are further ones with later terms. */
export const Member = Type.Object(
  {
    name: Name,
    organisation: Text(60),
    unit: Type.Optional(Unit),
    office: Type.Enum(keysOf(offices)),
    post: Type.Optional(Post),
    from: Day,
    until: Type.Optional(Day),
  },
  closed,
)
export type Member = Static<typeof Member>

/** A committee (党建引领城市基层治理委员会), or a special one under it. */
export const Committee = Type.Object(
  {
    code: Code,
    name: Text(60),
    sort: Type.Enum(keysOf(sorts)),
    unit: Unit,
    parent: Type.Optional(Code),
    kind: Type.Optional(Code),
    setUpOn: Day,
    seats: Type.Integer({ minimum: 3, maximum: 60 }),
    quorum: Type.Optional(
      Type.Integer({
        minimum: 51,
        maximum: 100,
        description: 'at least so many of a hundred seats; else more than half of them',
      }),
    ),
    members: Type.Array(Member, { maxItems: 120 }),
  },
  closed,
)
export type Committee = Static<typeof Committee>
