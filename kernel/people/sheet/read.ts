import { plainRows } from '../../register/sheet/plain.ts'
import type { Grid } from '../../register/sheet/reading/grid.ts'
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
export function peopleIn(grid: Grid) {
  // A role is read in either language.
  const { rows, ...told } = plainRows(peopleColumns, grid, most, (column, value) =>
    column.field === 'role' ? typeof value === 'string' && roleCalled(value) !== undefined : column.fits(value),
  )
  const people = rows.flatMap(({ row, given }): PersonIn[] => {
    const [name, account, unit] = [given.get('name'), given.get('account'), given.get('unit')]
    const role = roleCalled(given.get('role') ?? '')
    return name && account && role ? [{ row, name, account, role, ...(unit && { unit }) }] : []
  })
  return { people, ...told }
}
