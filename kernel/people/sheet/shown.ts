import { type Static, Type } from 'typebox'
import { CellNote } from '../../register/sheet/report.ts'
import { Words } from '../../words.ts'

/** What a sheet of people comes to, or came to: all of it is written, or nothing. */
export const PeopleReport = Type.Object({
  written: Type.Boolean(),
  rows: Type.Array(
    Type.Object({ row: Type.Integer(), name: Type.String(), account: Type.String(), role: Words, unit: Type.String() }),
  ),
  made: Type.Array(
    Type.Object({
      name: Type.String(),
      account: Type.String(),
      password: Type.String({ description: 'shown once: to be changed on first use' }),
    }),
  ),
  notices: Type.Array(CellNote),
  problems: Type.Array(CellNote),
  found: Type.Object({ notices: Type.Integer(), problems: Type.Integer() }),
})
export type PeopleReport = Static<typeof PeopleReport>
