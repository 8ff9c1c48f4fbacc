import { setImmediate as turn } from 'node:timers/promises'
import type { Static, TSchema } from 'typebox'
import { type Words, words } from '../../words.ts'
import type { Register } from '../define.ts'
import type { Wanted } from '../edit.ts'
import type { Kept } from '../store.ts'
import type { SheetColumn } from './column.ts'
import { columnsIn, mergedIn, notesIn } from './head.ts'
import type { Grid } from './reading/grid.ts'
import type { CellNote } from './report.ts'
import { rowIn } from './row.ts'

/** A sheet as it was understood: what it asks for, each with its row; what is wrong; and what was read otherwise than it stands. */
export interface Understood<Entry> {
  wanted: (Wanted<Entry> & { row: number })[]
  problems: CellNote[]
  notices: CellNote[]
  /** Where a field of a row stands, for what is found wrong with it later. */
  noteOn: (row: number, field: string, because: Words) => CellNote
}

/** As many rows are read at a time; then others get their turn. */
const atATime = 100

/** Reads a sheet for a register, beside the entries that it has now. */
export async function understand<Schema extends TSchema, Facts>(
  register: Register<Schema, Facts>,
  columns: readonly SheetColumn[],
  { rows: [head, ...rows], merged }: Grid,
  standing: ReadonlyMap<string, Kept<Static<Schema>>>,
): Promise<Understood<Static<Schema>>> {
  const { places, problems } = columnsIn(columns, head)
  const notices: CellNote[] = []
  const wanted: Understood<Static<Schema>>['wanted'] = []
  const noteOn = notesIn(columns, places)
  const done = { wanted, problems, notices, noteOn }
  problems.push(...mergedIn(merged))
  if (problems.length > 0) return done
  if (rows.length === 0) problems.push({ row: 1, because: words('表中没有内容', 'it has no rows') })

  const keys = new Map<string, number>()
  for (const [index, row] of rows.entries()) {
    if (index % atATime === 0) await turn()
    const first = rowIn(register, columns, places, row, undefined)
    const kept = first.entry && standing.get(register.key(first.entry))
    const { entry, version, ends, flaws, notes } = kept ? rowIn(register, columns, places, row, kept) : first
    problems.push(...flaws.map(({ field, because }) => noteOn(row.row, field, because)))
    notices.push(...notes.map(({ field, because }) => noteOn(row.row, field, because)))
    if (!entry || flaws.length > 0) continue
    const key = register.key(entry)
    const before = keys.get(key)
    if (before !== undefined)
      problems.push({
        row: row.row,
        because: words(`与第 ${before} 行是同一项（${key}）`, `is the same entry as row ${before} (${key})`),
      })
    const zeros = kept ? undefined : withZeros(key, standing)
    if (zeros !== undefined)
      problems.push({
        row: row.row,
        because: words(
          `没有“${key}”，有“${zeros}”：前面的 0 可能被表格软件去掉了，请把单元格设为文本后重填`,
          `there is no "${key}" but a "${zeros}": a spreadsheet may have taken its leading zeros, format the cell as text and type it again`,
        ),
      })
    keys.set(key, row.row)
    wanted.push({ key, entry, ends, basedOn: version, row: row.row })
  }
  return done
}

/** The key that this one is when zeros are put before it. */
const withZeros = (key: string, standing: ReadonlyMap<string, unknown>): string | undefined =>
  /^[1-9]\d*$/.test(key)
    ? standing.keys().find((other) => /^0+[1-9]\d*$/.test(other) && other.replace(/^0+/, '') === key)
    : undefined
