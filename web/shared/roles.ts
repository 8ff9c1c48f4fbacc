import { administrators, isRole, roles } from '#kernel/people/roles.ts'
import { keysOf } from '#kernel/words.ts'
import type { Words } from './language.ts'

/** Whether a role has to do with cases at all: administrators look after people, places and rules, and see none. */
export const seesCases = (role: string | undefined): boolean =>
  role === undefined || !isRole(role) || roles[role].sees !== 'nothing' || role === 'nobody'

/** Whether a role is one of the three that administer. */
export const administers = (role: string): boolean => isRole(role) && administrators.has(role)

/** What a role is called. */
export const roleWords = (role: string): Words =>
  isRole(role) ? { zh: roles[role].zh, en: roles[role].en } : { zh: role, en: role }

/** A role, or somebody who is called by one, of which the Chinese name alone is known. */
export const calledWords = (name: string): Words => Object.values(roles).find(({ zh }) => zh === name) ?? { zh: name, en: name }

/** The roles that see what carries their unit or grid, and no more. */
export const ofAPlace: readonly string[] = keysOf(roles).filter((role) => roles[role].sees === 'place')

const onFoot: ReadonlySet<string> = new Set(['gridWorker', 'gridLeader', 'communitySecretary'])

/** Posts that walk a place of their own: they have its map, and report what they see on the way. */
export const isOnFoot = (role: string | undefined): boolean => role !== undefined && onFoot.has(role)
