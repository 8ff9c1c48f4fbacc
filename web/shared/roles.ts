import { isRole, roles } from '#kernel/people/roles.ts'
import type { Words } from './language.ts'

/** Whether a role has to do with cases at all: administrators look after people, places and rules, and see none. */
export const seesCases = (role: string | undefined): boolean =>
  role === undefined || !isRole(role) || roles[role].sees !== 'nothing' || role === 'nobody'

/** What a role is called. */
export const roleWords = (role: string): Words =>
  isRole(role) ? { zh: roles[role].zh, en: roles[role].en } : { zh: role, en: role }
