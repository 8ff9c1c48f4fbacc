import { type Static, Type } from 'typebox'
import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { isOfCommunity, isRole } from '#kernel/people/roles.ts'
import { keysOf } from '#kernel/words.ts'
import { ErrandItem } from '../contract/item.ts'
import { states } from '../contract/kinds.ts'
import type { ErrandFilter } from '../store/filter.ts'

const unit = Type.Optional(Type.String({ maxLength: 60 }))

/** What a list of errands, or a sheet of them, is asked for. */
export const asked = {
  open: Type.Optional(Type.Boolean()),
  done: Type.Optional(Type.Boolean({ description: 'only those that came to a good end' })),
  late: Type.Optional(Type.Boolean({ description: 'only those whose time is over' })),
  state: Type.Optional(Type.Enum(keysOf(states))),
  kind: Type.Optional(ErrandItem.properties.kind),
  ...{ community: unit, street: unit },
  helper: Type.Optional(
    Type.String({ pattern: '^[a-zA-Z]+@.{1,60}$', description: 'the post that helps, as role@unit; for the community alone' }),
  ),
  q: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'a number, or a part of the name of the item' })),
  sort: Type.Optional(Type.Enum(['newest', 'due'])),
}
const Asked = Type.Object(asked)

/** Who helps whom is for the community to know: nobody else asks by it. */
export function filterOf(actor: Actor, { helper, sort: _, ...equal }: Static<typeof Asked>): ErrandFilter | Refusal {
  if (helper === undefined) return equal
  if (!isOfCommunity(actor)) return refusal('notYou', '只有社区按代办员查', 'only the community asks by the helper')
  const at = helper.indexOf('@')
  const post = helper.slice(0, at)
  return isRole(post)
    ? { ...equal, helper: { role: post, unit: helper.slice(at + 1) } }
    : refusal('badInput', '没有这样的岗位', 'there is no such post')
}
