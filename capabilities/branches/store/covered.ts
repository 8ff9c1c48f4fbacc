import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { unitAt } from '#kernel/place/store/find.ts'
import { allEntries } from '#kernel/register/store.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Branch } from '../contract/branch.ts'
import { branchRegister } from '../register.ts'
import type { DeclarationFacts } from '../show.ts'

/** The branch that covers an estate on a day, if one does. */
export async function branchOf(
  connection: Connection,
  district: string,
  estate: string,
  day: string,
): Promise<Branch | undefined> {
  const { rows } = await sql<{ branch: unknown }>`
    select branch from branches.branches where district = ${district} and branch->'estates' ? ${estate}
      and (ends is null or ends > ${day}::date) limit 1`.execute(connection)
  return rows[0] && branchRegister.parse(rows[0].branch)
}

/** The branches that stand in a place, by name; all of the district, if none is named. */
export async function branchesIn(
  connection: Connection,
  district: string,
  columns: Readonly<Record<string, string>>,
  day: string,
): Promise<Branch[]> {
  const kept = await allEntries(connection, branchRegister, district, { standingOn: day, columns })
  return [...kept.values()].map(({ entry }) => entry).toSorted((one, other) => one.name.localeCompare(other.name, 'zh'))
}

/** An estate that is covered by a branch, and where it lies. */
export async function coveredEstate(
  connection: Connection,
  district: string,
  estate: string,
  now: Temporal.Instant,
): Promise<DeclarationFacts['covered']> {
  const day = dayOf(now)
  const unit = await unitAt(connection, district, estate, day)
  if (unit?.kind !== 'estate' || unit.community === undefined || unit.street === undefined) return undefined
  if (!(await branchOf(connection, district, estate, day))) return undefined
  return { estate, estateName: unit.name, community: unit.community, street: unit.street }
}
