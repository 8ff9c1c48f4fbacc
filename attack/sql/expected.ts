import type { Role } from '#kernel/people/roles.ts'

/** What has no policy for reading: grids are public, and each is asked for by its district (docs/decisions/011). */
export const publicTables: ReadonlySet<string> = new Set(['place.grids'])

/** Who reads of cases that are not theirs to see: who audits looks, of what nobody sees the content. */
export const readersOf: Readonly<Record<string, readonly Role[]>> = { 'vault.looks': ['auditAdmin'] }
