import { sql } from 'kysely'
import { declarationOf, declarations } from '#capabilities/branches/capability.ts'
import type { Branch } from '#capabilities/branches/contract/branch.ts'
import type { Declaration } from '#capabilities/branches/contract/declaration.ts'
import type { DeclarationFacts } from '#capabilities/branches/show.ts'
import { areaRows } from '#capabilities/branches/store/areas.ts'
import { servedBranches } from '#capabilities/branches/store/served.ts'
import { insertMany } from '#kernel/database/many.ts'
import { within } from '#kernel/database/within.ts'
import { historian, type Past } from '#kernel/flow/bulk.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { residentOf } from '#kernel/people/nameless.ts'
import { calendarOf } from '#kernel/time/store.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Geography } from '../geography/geography.ts'
import { keepAll } from '../registers.ts'
import { branchesOf } from './branches.ts'
import { type Member, membersOf } from './members.ts'
import { keepOnBooks } from './onBooks.ts'

/** Keeps the branches of the demo district, and what members declared there over the last year. Gives how many of each. */
export async function loadBranches(
  house: House,
  { place, seed }: { place: Geography; seed: number },
): Promise<{ branches: number; members: number }> {
  const branches = branchesOf(place, dayOf(house.clock()), seed)
  const kept = await keepAll(house, place.district.code, servedBranches, branches)
  await keepOnBooks(house, place.district.code, branches, seed)
  return { branches: kept, members: await keepMembers(house, place, branches, seed) }
}

async function keepMembers(house: House, place: Geography, branches: readonly Branch[], seed: number): Promise<number> {
  const district = place.district.code
  const units = new Map(place.units.map((unit) => [unit.code, unit]))
  const estates = branches.flatMap((branch) => branch.estates.flatMap((code) => units.get(code) ?? []))
  const { flow, subject } = declarations
  // What neighbours find is kept at the end for all of them at once.
  const past: Past<Declaration, DeclarationFacts> = { flow, subject, facts: ({ sent }) => coveredBy(units, sent?.input) }
  return within(house.database, { as: 'owner', district }, async (connection) => {
    const history = historian(house, past, await calendarOf(connection, district))
    const members = membersOf(estates, seed)
    const told = members.map((member) => tell(member))
    await history.write(connection)
    await insertMany(connection, 'declarations', 'areas', told.flatMap(areaRows))
    const withdrawn = told.filter(({ state }) => state === 'withdrawn').map(({ id }) => id)
    await sql`delete from vault.secrets where district = ${district} and item = any (${withdrawn})`.execute(connection)
    return told.length

    function tell({ account, estate, kind, shownName, area, daysAgo, isWithdrawn }: Member): Declaration {
      const id = declarationOf(district, account)
      const at = house.clock().subtract({ hours: 24 * daysAgo })
      const send = (name: string, input: object, minutes: number): Declaration => {
        const when = at.add({ minutes })
        const outcome = history.send({ name, id, input, actor: residentOf(district, account), at: when })
        if (isRefusal(outcome)) throw new Error(`${name} of ${account}: ${outcome.because.en}`)
        return outcome
      }
      send('declare', { estate: estate.code, kind, ...(shownName !== undefined && { shownName }) }, 0)
      const item = send('claimArea', area, 5)
      return isWithdrawn ? send('withdraw', {}, 600) : item
    }
  })
}

/** Where an estate of the demo lies, all of which are covered that are asked for. */
function coveredBy(units: ReadonlyMap<string, Geography['units'][number]>, input: unknown): DeclarationFacts {
  if (typeof input !== 'object' || input === null || !('estate' in input) || typeof input.estate !== 'string') return {}
  const { code, name, community, street } = units.get(input.estate) ?? {}
  if (code === undefined || name === undefined || community === undefined || street === undefined) return {}
  return { covered: { estate: code, estateName: name, community, street } }
}
