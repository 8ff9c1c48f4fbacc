import type { Case, CaseIn } from '../contract/item.ts'

/** Who follows a case and is still there: nothing waits for, or goes on as, whoever was erased. */
export const followersLeft = ({ followers }: Pick<Case, 'followers'>, erased: ReadonlySet<string> = new Set()): string[] =>
  followers.filter((party) => !erased.has(party))

/** Who follows a case because of some that are merged into it, and not by themselves. */
export const broughtBy = (merged: readonly CaseIn<'merged'>[]): ReadonlySet<string> =>
  new Set(
    merged.flatMap(({ reporter, followers, joined = [] }) => [reporter, ...followers].filter((party) => !joined.includes(party))),
  )

/** What came of a case or is merged into it, once some are merged into it no more: what was split off from it came of it all the same. */
export const childrenWithout = ({ id, children }: Case, released: readonly CaseIn<'merged'>[]): string[] =>
  children.filter((child) => !released.some((one) => one.id === child && one.parent === id && one.origin !== id))

/**
 * A case without some that were merged into it: whoever follows it because of these alone no longer does, nor is it due by when one of these is,
 * outside. `others` has what else is merged into it.
 */
export function freed(parent: Case, released: readonly CaseIn<'merged'>[], others: readonly Case[]): Case {
  const out = new Set(released.map(({ id }) => id))
  const staying = others.flatMap((one) => (one.state === 'merged' && one.parent === parent.id && !out.has(one.id) ? [one] : []))
  const own = released.filter((one) => one.parent === parent.id)
  const [leaving, brought] = [broughtBy(own), broughtBy(staying)]
  const { outerDueAt, ...rest } = parent
  const isTheirs = parent.outerId === undefined && !staying.some((one) => one.outerDueAt === outerDueAt)
  return {
    ...rest,
    ...(outerDueAt !== undefined && !isTheirs && { outerDueAt }),
    followers: parent.followers.filter((party) => brought.has(party) || !leaving.has(party)),
    children: childrenWithout(parent, released),
  }
}
