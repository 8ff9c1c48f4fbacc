import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Served } from '#kernel/register/edit.ts'
import type { Branch } from '../contract/branch.ts'
import type { BranchFacts, KnownUnit } from '../flaws.ts'
import { branchRegister } from '../register.ts'

/** The register of branches, with what its rules need to know. */
export const servedBranches: Served<typeof Branch, BranchFacts> = { register: branchRegister, facts: factsOn }

async function factsOn(connection: Connection, district: string, day: string): Promise<BranchFacts> {
  const { rows } = await sql<
    { code: string; name: string; kind: string } & Record<'parent' | 'community' | 'street', string | null>
  >`
    select code, name, kind, parent, community, street from place.units
    where district = ${district} and kind in ('street', 'community', 'estate', 'building')
      and starts <= ${day}::date and (ends is null or ends > ${day}::date)`.execute(connection)
  const units = rows.map(({ code, name, kind, parent, community, street }): [string, KnownUnit] => [
    code,
    {
      ...{ name, kind },
      ...(parent !== null && { parent }),
      ...(community !== null && { community }),
      ...(street !== null && { street }),
    },
  ])
  return { units: new Map(units), day }
}
