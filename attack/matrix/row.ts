import { attached, type Hand } from '#testing/stage.ts'
import { type Person, people, type Stage, staffNames } from './cast.ts'
import { bodyOf } from './kit.ts'
import type { At, SubjectKind } from './subjects.ts'

/** Who may come through a door. Whoever is not named is refused: 401 if not signed in, 404 where they do not see what it is about, else 403. */
export interface Row {
  may: readonly Person[]
  /** Who sees what it is about, besides those who may: they are told that they may not, the others that there is nothing. */
  seen?: readonly Person[]
  /** What stands in for the names in its path and query. */
  at?: At
  /** What is sent, where the description alone does not make something that leads anywhere. */
  input?: object
  /** The same, where it is made for whoever sends it, or names what its subject has come to: a photo of theirs, an area that was claimed. */
  inputFor?: (given: Given) => Promise<object>
  /** Whether everybody makes their own, also who may not: what is another's is refused for that alone. */
  madeByEach?: true
  /** The file that is sent in place of a body. */
  fileFor?: (given: Given) => Promise<Buffer>
  /** What those are told who may not, where it is the same for all of them. */
  told?: number
  /** Whether it ends, or changes for good, whatever whoever sends it is signed in with: they sign in anew for it. */
  anew?: true
}

/** What is there to make an input of. */
export interface Given {
  stage: Stage
  person: Person
  hand: Hand
  handOf: (person: Person) => Promise<Hand>
  /** What stands for the names in the path. */
  ids: Readonly<Record<string, string>>
  subject: (kind: SubjectKind) => Promise<string>
  /** Lets the next be a new one. */
  spend: (kind: SubjectKind) => void
  next: (of: string) => number
}

/** What somebody is to whom its subject is shown, as they see it. */
export const shownTo = async ({ handOf }: Given, person: Person, path: string) => bodyOf(await (await handOf(person)).get(path))

/** A photo that whoever sends it has just uploaded. */
export const photoOfTheirs = ({ stage, hand }: Given): Promise<string> => attached(stage, hand)

/** A register's own sheet, as whoever sends it back is given it: nothing is changed by it. */
export const ownSheet =
  (register: string): NonNullable<Row['fileFor']> =>
  async ({ hand }) => {
    const { status, bytes } = await hand.bytes(`/api/registers/${register}.csv`)
    return status === 200 ? bytes : Buffer.from('')
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
/** What is sent to make a new entry of a register. */
export const editOf = <Entry extends object>(key: string, entry: Entry) => ({ key, input: { entry, version: 0 } })
