import { isRefusal, type Refusal } from '../../flow/refusal.ts'
import type { Words } from '../../words.ts'
import type { Actor } from '../actor.ts'
import { administrators, isRole, roles } from '../roles.ts'
import { lastOne } from './last.ts'
import { mayEnd, mayGive, mayNameStandIn, mayRename, mayResetPassword, mayResetSecondFactor, mustBe, type Rulers } from './may.ts'
import type { PersonRow } from './store/people.ts'
import type { PostRow } from './store/posts.ts'

/** What an actor may do, which are the buttons, and why not the rest. */
export interface Choices {
  may: string[]
  mayNot: Record<string, Words>
}

const choicesOf = (answers: Readonly<Record<string, Refusal | undefined>>): Choices => ({
  may: Object.keys(answers).filter((name) => answers[name] === undefined),
  mayNot: Object.fromEntries(Object.entries(answers).flatMap(([name, one]) => (isRefusal(one) ? [[name, one.because]] : []))),
})

/** What an administrator may do with somebody: asked of the same rules as when it is done. */
export function choicesOn(
  actor: Actor,
  { id, posts, secondFactor }: PersonRow,
  { securityAdmins, systemAdmins }: Rulers,
): Choices {
  const administers = posts.map(({ role }) => role).filter((role) => isRole(role) && administrators.has(role))
  const somebody = { id, administers, secondFactor }
  const guarded = securityAdmins.length > 0
  const last = administers.includes('systemAdmin') && systemAdmins.every((one) => one === id)
  return choicesOf({
    rename: mayRename(actor, somebody, guarded),
    end: mayEnd(actor, somebody, guarded) ?? (last ? lastOne : undefined),
    resetPassword: mayResetPassword(actor, somebody),
    resetSecondFactor: mayResetSecondFactor(actor, somebody),
    endSessions: mustBe(actor, 'securityAdmin'),
    givePost: mayGiveAny(actor, id, guarded),
  })
}

/** Whether an administrator may end a post, or that somebody stands in at it. */
export function choicesOnPost(actor: Actor, post: PostRow, { securityAdmins, systemAdmins }: Rulers): Choices {
  const { role, account, standInFor, unit } = post
  if (!isRole(role)) return { may: [], mayNot: {} }
  const refused =
    standInFor === null
      ? mayGive(actor, { role, account }, securityAdmins.length > 0)
      : mayNameStandIn(actor, { role, unit, account: standInFor, street: null, community: null, standInFor })
  const last = role === 'systemAdmin' && systemAdmins.every((one) => one === account)
  return choicesOf({ end: refused ?? (last ? lastOne : undefined) })
}

/** Whether there is any role that an actor may give to an account; else why not one that can be given at all. */
function mayGiveAny(actor: Actor, account: string, guarded: boolean): Refusal | undefined {
  const answers = givable.map((role) => mayGive(actor, { role, account }, guarded))
  return answers.includes(undefined) ? undefined : answers.find((one) => one?.kind !== 'badInput')
}

const givable = Object.keys(roles).filter(isRole)

/** The roles that an administrator may give to others, and why not the rest of those that can be given at all. */
export function rolesToGive(actor: Actor, { securityAdmins }: Rulers): Choices {
  const answers = givable
    .map((role) => [role, mayGive(actor, { role, account: '' }, securityAdmins.length > 0)] as const)
    .filter(([, one]) => one?.kind !== 'badInput')
  return choicesOf(Object.fromEntries(answers))
}
