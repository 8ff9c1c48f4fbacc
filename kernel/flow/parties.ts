import { type Actor, holds, type Post } from '../people/actor.ts'
import { type Role, roles } from '../people/roles.ts'
import type { Party } from './command.ts'

/** Everybody who has a role, wherever their post is. */
export const anyone = (role: Role): Party<unknown> => ({
  label: { zh: roles[role].zh, en: `a ${roles[role].en}` },
  includes: (actor) => actor.role === role,
})

/** Whoever is at the post that a function finds on the item. */
export const at = <Item>(zh: string, en: string, post: (item: Item) => Post | undefined): Party<Item> => ({
  label: { zh, en },
  includes: (actor, item) => holds(actor, post(item)),
})

/** Whoever meets a condition on the item. */
export const those = <Item>(zh: string, en: string, includes: (actor: Actor, item: Item) => boolean): Party<Item> => ({
  label: { zh, en },
  includes,
})

/** The system, when a time has come. */
export const theTimer: Party<unknown> = {
  label: { zh: '到期自动', en: 'the timer' },
  includes: (actor) => actor.role === 'system',
}
