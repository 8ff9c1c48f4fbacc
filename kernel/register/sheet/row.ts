import type { Static, TSchema } from 'typebox'
import { type Words, words } from '../../words.ts'
import type { Register } from '../define.ts'
import type { Kept } from '../store.ts'
import type { SheetColumn } from './column.ts'
import { meaningOf } from './meaning.ts'
import { roomFor, valueAt } from './paths.ts'
import type { GridRow } from './reading/grid.ts'

interface Flaw {
  field: string
  because: Words
}

/**
 * The entry that a row means, if it is one, beside the one that stands there now. A column that the sheet has not leaves what stands:
 * only a cell that is empty takes something away.
 */
export function rowIn<Schema extends TSchema, Facts>(
  register: Register<Schema, Facts>,
  columns: readonly SheetColumn[],
  places: ReadonlyMap<SheetColumn, number>,
  { cells }: GridRow,
  kept: Kept<Static<Schema>> | undefined,
) {
  const at = new Map(cells.map((cell) => [cell.column, cell]))
  const given: Record<string, unknown> = {}
  const flaws: Flaw[] = []
  const notes: Flaw[] = []
  let version = 0
  let ends = places.keys().some(isEnds) ? null : (kept?.ends ?? null)
  for (const column of columns) {
    const { field, path, fits } = column
    const place = places.get(column)
    const stands = kept && valueAt(column, kept.entry)
    const { value, flaw, notice } =
      place === undefined && kept ? { value: stands } : meaningOf(column, at.get(place ?? -1), stands)
    if (flaw) flaws.push({ field, because: flaw })
    if (notice) notes.push({ field, because: notice })
    const room = roomFor(given, path)
    if (value === undefined) continue
    if (path.length > 0) room[path.at(-1) ?? ''] = value
    else if (isEnds(column)) ends = String(value)
    else if (fits(value)) version = Number(value)
    else flaws.push({ field, because: words('应为整数，新建时留空', 'must be whole; empty for new') })
  }
  const judged = register.read(given)
  if ('entry' in judged) return { entry: judged.entry, version, ends, flaws, notes }
  const unread = flaws.map(({ field }) => field)
  flaws.push(...judged.flaws.filter(({ field }) => !unread.some((one) => one.startsWith(field) || field.startsWith(one))))
  return { entry: undefined, version, ends, flaws, notes }
}

const isEnds = ({ field, path }: SheetColumn): boolean => field === 'ends' && path.length === 0
