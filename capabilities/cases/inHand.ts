import type { Notice } from '#kernel/flow/command.ts'
import { type Actor, holds, type Post } from '#kernel/people/actor.ts'
import type { Role } from '#kernel/people/roles.ts'

// At night a street has what is urgent by whoever is on duty. By day, and when nobody is, it is its desk that sees to it.

const deskOf = ({ role, unit }: Post): Post | undefined => (role === 'dutyOfficer' ? { role: 'streetDesk', unit } : undefined)

/** Whether somebody is at a post, or at the desk of the street that is on duty by it. */
export const hasInHand = (actor: Actor, post: Post | undefined): boolean =>
  post !== undefined && (holds(actor, post) || holds(actor, deskOf(post)))

/** The posts of one unit whose work a role has in hand there. */
export const rolesInHand = (role: Role): readonly Role[] => (role === 'streetDesk' ? ['streetDesk', 'dutyOfficer'] : [role])

/** Notices, with what whoever is on duty is told told to the desk of their street as well. */
export const toldToDesk = (notices: readonly Notice[]): Notice[] =>
  notices.flatMap((notice) => {
    const desk = 'party' in notice.to ? undefined : deskOf(notice.to)
    return desk ? [notice, { ...notice, to: desk }] : [notice]
  })
