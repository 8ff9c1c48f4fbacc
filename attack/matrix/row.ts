import { type Person, people, staffNames } from './cast.ts'
import type { At } from './subjects.ts'

/** Who may come through a door. Whoever is not named is refused: 401 if not signed in, 404 where they do not see what it is about, else 403. */
export interface Row {
  may: readonly Person[]
  /** Who sees what it is about, besides those who may: they are told that they may not, the others that there is nothing. */
  seen?: readonly Person[]
  /** What stands in for the names in its path and query. */
  at?: At
  /** What is sent, where the description alone does not make something that leads anywhere. */
  input?: object
}

/** Whoever has a post. */
export const staff = staffNames.filter((name) => name !== 'nobody')
export const admins: readonly Person[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']
/** Those of them who are no administrators. */
export const workers = staff.filter((name) => !admins.includes(name))
export const signedIn = people.filter((person) => person !== 'stranger')
/** Doors that are open to all, or to whoever is signed in. */
export const everybody: Row = { may: people }
export const anyoneSignedIn: Row = { may: signedIn }
export const only = (...may: Person[]): Row => ({ may })
export const admin = only('systemAdmin')
export const plum = { code: { is: 'plum' } }
/** Who changes what lies in 花园社区, and who does the same elsewhere. */
export const keepers = ['communitySecretary', 'communityWorker', 'streetDesk', 'systemAdmin'] as const
export const keepersElsewhere = ['communitySecretary elsewhere', 'communityWorker elsewhere', 'streetDesk elsewhere'] as const
/** Who looks after 花园社区, its street, or the whole district. */
export const lookingAfter: readonly Person[] = [
  'communitySecretary',
  'communityWorker',
  'streetDesk',
  'dutyOfficer',
  'dispatcher',
  'caller',
  'supervisor',
  'leader',
]
/** Who tends branches: their register, what is looked after there, and whom its figures count. */
export const branchTenders: readonly Person[] = [...lookingAfter, ...keepersElsewhere, 'dutyOfficer elsewhere']
export const communityDesks = ['communitySecretary', 'communityWorker'] as const
/** What is sent to change an entry of a register that was changed meanwhile. */
export const editOf = <Entry extends object>(key: string, entry: Entry) => ({ key, input: { entry, version: 99 } })
