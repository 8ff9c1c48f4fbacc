import { columnsIn, mergedIn, notesIn } from '../../register/sheet/head.ts'
import { meaningOf } from '../../register/sheet/meaning.ts'
import type { Grid } from '../../register/sheet/reading/grid.ts'
import type { CellNote } from '../../register/sheet/report.ts'
import { type Words, words } from '../../words.ts'
import type { Role } from '../roles.ts'
import { peopleColumns, roleCalled } from './columns.ts'

/** Somebody as a row of the sheet has them; `unit` as it was written, which is a name or a code. */
export interface PersonIn {
  row: number
  name: string
  account: string
  role: Role
  unit?: string
}

/** So many rows at a time: each person's first password takes a processor a moment. */
const most = 200

/** Who stands in a sheet, what is wrong with it, and how to say where. */
export function peopleIn({ rows: [head, ...rows], merged }: Grid) {
  const { places, problems } = columnsIn(peopleColumns, head)
  const noteOn = notesIn(peopleColumns, places)
  const [people, notices]: [PersonIn[], CellNote[]] = [[], []]
  problems.push(...mergedIn(merged))
  if (problems.length === 0 && rows.length === 0) problems.push({ row: 1, because: words('表中没有内容', 'it has no rows') })
  if (rows.length > most)
    problems.push({ row: most + 2, because: words(`一次最多 ${most} 行，请分开导入`, `it has more than ${most} rows: split it`) })
  if (problems.length > 0) return { people, problems, notices, noteOn }
  for (const { row, cells } of rows) {
    const at = new Map(cells.map((cell) => [cell.column, cell]))
    const given = new Map<string, string>()
    for (const column of peopleColumns) {
      const { value, flaw, notice } = meaningOf(column, at.get(places.get(column) ?? -1), undefined)
      const wrong = flaw ?? wrongWith(column, value)
      if (wrong) problems.push(noteOn(row, column.field, wrong))
      else if (typeof value === 'string') given.set(column.field, value)
      if (notice) notices.push(noteOn(row, column.field, notice))
    }
    const [name, account, role, unit] = [
      given.get('name'),
      given.get('account'),
      roleCalled(given.get('role') ?? ''),
      given.get('unit'),
    ]
    if (name && account && role) people.push({ row, name, account, role, ...(unit && { unit }) })
  }
  return { people, problems, notices, noteOn }
}

function wrongWith({ field, required, allowed, fits }: (typeof peopleColumns)[number], value: unknown): Words | undefined {
  if (value === undefined || value === '') return required ? words('要填', 'is needed') : undefined
  // A role is read in either language.
  const good = field === 'role' ? typeof value === 'string' && roleCalled(value) !== undefined : fits(value)
  return good ? undefined : words(`不能这样填：${allowed.zh}`, `must be otherwise: ${allowed.en}`)
}
