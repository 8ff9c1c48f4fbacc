import { type Static, Type } from 'typebox'
import { Day } from '#kernel/moments.ts'
import { CellNote } from '#kernel/register/sheet/report.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { Branch } from './branch.ts'

const { code } = Branch.properties

/** A row of the sheet of members: their branch and name, and what they are in the system that is master of them. Nothing more. */
export const SheetMember = Type.Object({
  ...{ branch: code, name: Text(20), system: Text(60), number: Text(60), asOf: Day },
})
export type SheetMember = Static<typeof SheetMember>

const Changes = {
  ...{ added: Type.Integer(), changed: Type.Integer(), unchanged: Type.Integer() },
  gone: Type.Integer({ description: 'who stands in these branches and not in the sheet: they are forgotten' }),
}

/** What a sheet of members comes to, or came to: all of it is written, or nothing. */
export const MembersReport = Type.Object({
  written: Type.Boolean(),
  ...Changes,
  notices: Type.Array(CellNote),
  problems: Type.Array(CellNote, { description: 'at most 200 of them' }),
  found: Type.Object({ notices: Type.Integer(), problems: Type.Integer() }),
})
export type MembersReport = Static<typeof MembersReport>

const SeenMember = Type.Object({ id: Uuid, name: Type.String(), system: Type.String(), asOf: Day })

/** The branches of a community, with how many members each has and as of when; of a name that is looked for, those that bear it, with whose it is. */
export const MemberCounts = Type.Array(
  Type.Object({
    ...{ code: Type.String(), name: Type.String(), members: Type.Integer(), asOf: Type.Optional(Day) },
    found: Type.Optional(Type.Array(SeenMember)),
  }),
)
export type MemberCounts = Static<typeof MemberCounts>

/** The members of a branch by name, a page of them. */
export const MemberList = Type.Object({
  branch: Type.Object({ code: Type.String(), name: Type.String() }),
  rows: Type.Array(SeenMember),
  next: Type.Optional(Type.String()),
})
export type MemberList = Static<typeof MemberList>
