import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { UnitKind } from '#kernel/place/kinds.ts'
import type { Served } from '#kernel/register/edit.ts'
import { entryAt, holdEntry } from '#kernel/register/store.ts'
import type { Committee, CommitteeKind } from '../contract/entries.ts'
import { type CommitteeFacts, committeeRegister } from '../registers/committees.ts'
import { committeeKindRegister } from '../registers/kinds.ts'

/** The registers of committees, with what their rules need to know. */
export const servedCommittees: Served<typeof Committee, CommitteeFacts> = { register: committeeRegister, facts: factsOn }
export const servedCommitteeKinds: Served<typeof CommitteeKind, CommitteeFacts> = {
  register: committeeKindRegister,
  facts: factsOn,
}

/** Lets one after the other plan what a committee does. */
export const holdCommittee = (connection: Connection, district: string, code: string): Promise<void> =>
  holdEntry(connection, committeeRegister, district, code)

/** A committee that stands on a day. */
export async function committeeOn(
  connection: Connection,
  district: string,
  code: string,
  day: string,
): Promise<Committee | undefined> {
  const kept = await entryAt(connection, committeeRegister, district, code)
  return kept && (kept.ends === null || kept.ends > day) ? kept.entry : undefined
}

async function factsOn(connection: Connection, district: string, day: string): Promise<CommitteeFacts> {
  const stands = sql`district = ${district} and starts <= ${day}::date and (ends is null or ends > ${day}::date)`
  const units = await sql<{ code: string; kind: UnitKind }>`
    select code, kind from place.units where ${stands} and kind not in ('estate', 'building')`.execute(connection)
  const grids = await sql<{ code: string }>`select code from place.grids where ${stands}`.execute(connection)
  const kinds = await sql<{ code: string }>`
    select code from committees.kinds where district = ${district} and (ends is null or ends > ${day}::date)`.execute(connection)
  return {
    units: new Map(units.rows.map(({ code, kind }) => [code, { kind }])),
    grids: new Set(grids.rows.map(({ code }) => code)),
    kinds: new Set(kinds.rows.map(({ code }) => code)),
    day,
  }
}
