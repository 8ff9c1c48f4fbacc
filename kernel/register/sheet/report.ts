import { isDeepStrictEqual } from 'node:util'
import { type Static, Type } from 'typebox'
import { Words } from '../../words.ts'
import type { Edited } from '../edit.ts'
import type { Kept } from '../store.ts'
import type { SheetColumn } from './column.ts'
import { valueAt } from './paths.ts'
import { saidCellsOf } from './said.ts'

/** What there is to say of one cell of a sheet, or of a whole row. */
export const CellNote = Type.Object({
  row: Type.Integer({ description: 'as the spreadsheet numbers them' }),
  cell: Type.Optional(Type.String({ description: 'such as C7; left out where it is about the whole row' })),
  column: Type.Optional(Words),
  because: Words,
  allowed: Type.Optional(Words),
})
export type CellNote = Static<typeof CellNote>

const Change = Type.Object({ field: Type.String(), column: Words, before: Type.String(), after: Type.String() })

export const Report = Type.Object(
  {
    written: Type.Boolean(),
    repeated: Type.Boolean({ description: 'it was carried out under the same key before; then no rows are told here' }),
    rows: Type.Array(
      Type.Object({
        row: Type.Integer(),
        key: Type.String(),
        is: Type.Enum(['new', 'changed', 'unchanged']),
        changes: Type.Array(Change),
      }),
    ),
    notices: Type.Array(CellNote, { description: 'how cells were read that do not stand as they are meant' }),
    problems: Type.Array(CellNote, { description: 'at most 200 of them' }),
    found: Type.Object({ notices: Type.Integer(), problems: Type.Integer() }, { description: 'how many there are of each' }),
  },
  { description: 'all rows are written, or none; `problems` says cell by cell why' },
)
export type Report = Static<typeof Report>

/** As many are listed: more are read by nobody, and say the same. */
const listed = 200

/** What became of a sheet, or would. */
export function reportOf(
  columns: readonly SheetColumn[],
  rowAt: (index: number) => number,
  { entries, repeated }: Pick<Edited<unknown>, 'entries' | 'repeated'>,
  { written, notices, problems }: { written: boolean; notices: readonly CellNote[]; problems: readonly CellNote[] },
): Report {
  const inOrder = (notes: readonly CellNote[]) => notes.toSorted((one, other) => one.row - other.row).slice(0, listed)
  return {
    written,
    repeated,
    rows: entries.map(({ index, before, changed, ...after }) => ({
      ...{ row: rowAt(index), key: after.key },
      is: !changed ? ('unchanged' as const) : before ? ('changed' as const) : ('new' as const),
      changes: changed && before ? changesOf(columns, before, after) : [],
    })),
    notices: inOrder(notices),
    problems: inOrder(problems),
    found: { notices: notices.length, problems: problems.length },
  }
}

/** What differs between two versions of an entry, as its cells have it. Fields are compared by what they say: the order within them is the database's. */
function changesOf(columns: readonly SheetColumn[], before: Kept<unknown>, after: Kept<unknown>): Static<typeof Change>[] {
  const [was, is] = [saidCellsOf(columns, before), saidCellsOf(columns, after)]
  return columns.flatMap((column, index) => {
    const same =
      column.path.length > 0
        ? isDeepStrictEqual(valueAt(column, before.entry), valueAt(column, after.entry))
        : column.field === 'version' || was[index] === is[index]
    return same ? [] : [{ field: column.field, column: column.name, before: was[index] ?? '', after: is[index] ?? '' }]
  })
}
