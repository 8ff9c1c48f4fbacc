import type { Me } from '../shown.ts'
import type { Visitor } from '../whoIs.ts'

/** A visitor as `Me`; without one, somebody in the district that they speak to. */
export function asMe(visitor: Visitor | undefined, district: string): Me {
  if (!visitor) return { signedIn: false, district, posts: [], secondFactor: false }
  const { session, account, posts, actor, first, withheld, idleMinutes } = visitor
  const post = posts.find(({ role, unit }) => role === actor.role && unit === actor.unit)
  return {
    ...{ signedIn: true, district: actor.district, kind: session.kind, name: actor.name, role: actor.role, posts },
    account: actor.id,
    ...(actor.unit !== undefined && { unit: actor.unit }),
    ...(post && { post: post.id }),
    ...(session.item !== null && { item: session.item }),
    ...(first && { first }),
    ...(withheld && { withheld }),
    ...(idleMinutes !== undefined && { idleMinutes }),
    secondFactor: account?.totpConfirmed ?? false,
  }
}
