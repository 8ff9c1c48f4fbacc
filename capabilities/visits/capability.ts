import { carrierOf, networksOf } from '#capabilities/grids/index.ts'
import type { Connection } from '#kernel/database/open.ts'
import type { Capability } from '#kernel/flow/house.ts'
import { namelessOf } from '#kernel/people/nameless.ts'
import { gridAt } from '#kernel/place/store/find.ts'
import { refusedNumbers } from '#kernel/register/flaws.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Visit } from './contract.ts'
import { keyOf } from './due.ts'
import { type VisitFacts, visitFlow } from './flow.ts'
import { forgetNote } from './store/visits.ts'

/** Visits and rounds. Whoever is visited is nobody's account: a note about them is kept for a while, apart from all that is known of others. */
export const visits: Capability<Visit, VisitFacts> = {
  flow: visitFlow,
  facts: async (connection, { actor: { district, unit }, now, sent }) => {
    const wrong = refusedNumbers({ note: sent?.found.find(({ field }) => field === 'note')?.value })
    if (wrong) return wrong
    const day = dayOf(now)
    const grid = unit === undefined || sent?.name !== 'make' ? undefined : await gridAt(connection, district, unit, day)
    return { grid, carried: new Set(grid ? await carriedBy(connection, district, grid, day) : []) }
  },
  alongside: (before, after) => (before?.note !== undefined && after.note === undefined ? [forgetNote(after)] : []),
  subject: (_, { id }) => namelessOf(`visit ${id}`),
}

async function carriedBy(
  connection: Connection,
  district: string,
  grid: { level: number; kind: string },
  day: string,
): Promise<string[]> {
  const carrier = carrierOf(grid)
  const networks = await networksOf(connection, district, day)
  return networks
    .filter(({ carriedBy: by }) => by.includes(carrier))
    .flatMap(({ code, items }) => items.map(({ what }) => keyOf({ network: code, what })))
}
