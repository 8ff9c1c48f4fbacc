import type { Connection } from '../../database/open.ts'
import type { UnitRow } from '../rows.ts'
import { holdingOthers, type KnownUnit } from '../store/check.ts'
import { mayBecome } from '../under.ts'
import type { Complaints } from './report.ts'

interface Kinds {
  rows: ReadonlyMap<number, UnitRow>
  /** The units that stand already, by code. */
  table: ReadonlyMap<string, KnownUnit>
  wrong: Complaints
  day: string
}

/** Refuses what would become of another kind and may not, or come in as a second district: as when one unit is made or corrected by hand. */
export async function keepKinds(connection: Connection, district: string, { rows, table, wrong, day }: Kinds): Promise<void> {
  const changed = [...rows].flatMap(([index, { code, kind }]) => {
    const before = table.get(code)?.kind
    return before === kind ? [] : [{ index, code, before, kind }]
  })
  const holding = await holdingOthers(
    connection,
    district,
    changed.flatMap(({ code, before }) => (before === undefined ? [] : [code])),
    day,
  )
  for (const { index, code, before, kind } of changed) {
    const refused = mayBecome(before, kind, holding.has(code))
    if (refused) wrong.add(index, code, refused.because)
  }
}
