import { isRole, roles } from '#kernel/people/roles.ts'
import type { Words } from './language.ts'

/** What a role is called. */
export const roleWords = (role: string): Words =>
  isRole(role) ? { zh: roles[role].zh, en: roles[role].en } : { zh: role, en: role }
