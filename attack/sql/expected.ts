import type { Role } from '#kernel/people/roles.ts'

/** What is read of any district, and why. */
export const publicTables: ReadonlyMap<string, string> = new Map([
  ['place.grids', 'grids are public, and each is asked for by its district (docs/decisions/011)'],
])

/** The flows of which everybody in the district reads every item, and why. */
export const publicFlows: ReadonlyMap<string, string> = new Map([
  ['bulletins', 'they are put up on doors and sent to chat groups'],
])

/** Who reads of items that are not theirs to see: who audits looks, of what nobody sees the content. */
export const readersOf: Readonly<Record<string, readonly Role[]>> = {
  'vault.looks.item': ['auditAdmin'],
  'vault.looks.subject': ['auditAdmin'],
}

/** The columns in which whoever reads the row reads the id of an item that they need not see, and why. */
export const publicColumns: ReadonlyMap<string, string> = new Map([
  ['tasks.tasks.meeting', 'a task names the meeting that gave it, also to whoever is to do it'],
  ['committees.public_meetings.id', 'when a committee meets next is for everybody'],
  ['committees.public_tasks.id', 'how far the tasks of public resolutions are is for everybody'],
  ['declarations.areas.declaration', 'who looks after an area is for neighbours to find; who it is stands in no row of theirs'],
  ['vault.keys.subject', 'what a reader may open is found with the key beside it, which opens nothing without the keyring'],
])
