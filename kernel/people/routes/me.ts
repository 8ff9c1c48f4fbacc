import { type Static, Type } from 'typebox'
import type { Visitor } from '../whoIs.ts'

/** Whoever asks, as their pages need them. */
export const Me = Type.Object({
  signedIn: Type.Boolean(),
  district: Type.String(),
  /** One's own account, or the party that a query code stands for. */
  account: Type.Optional(Type.String()),
  kind: Type.Optional(Type.String()),
  name: Type.Optional(Type.String()),
  role: Type.Optional(Type.String()),
  unit: Type.Optional(Type.String()),
  post: Type.Optional(Type.String()),
  item: Type.Optional(Type.String()),
  posts: Type.Array(Type.Object({ id: Type.String(), role: Type.String(), unit: Type.String(), standsIn: Type.Boolean() })),
  /** What has to be done first: a new password, or a second factor. */
  first: Type.Optional(Type.Enum(['password', 'secondFactor'])),
  secondFactor: Type.Boolean(),
})
type Me = Static<typeof Me>

/** A visitor as `Me`; without one, somebody in the district that they speak to. */
export function asMe(visitor: Visitor | undefined, district: string): Me {
  if (!visitor) return { signedIn: false, district, posts: [], secondFactor: false }
  const { session, account, posts, actor, first } = visitor
  const post = posts.find(({ role, unit }) => role === actor.role && unit === actor.unit)
  return {
    ...{ signedIn: true, district: actor.district, kind: session.kind, name: actor.name, role: actor.role, posts },
    account: actor.id,
    ...(actor.unit !== undefined && { unit: actor.unit }),
    ...(post && { post: post.id }),
    ...(session.item !== null && { item: session.item }),
    ...(first && { first }),
    secondFactor: account?.totpConfirmed ?? false,
  }
}
