import { carrierOf, networksOf, workersAt, workersOn } from '#capabilities/grids/index.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal, type Refusal, refusal } from '#kernel/flow/refusal.ts'
import { type Actor, sightOf } from '#kernel/people/actor.ts'
import { namesAt, units } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { GridDuties } from '../contract.ts'
import { dutiesIn, leads, type Reach, reachOf } from '../duties.ts'
import { carryingGrids, lastDoneIn } from './duties.ts'

/** What somebody asks for; the first of their networks, if they name none. */
interface Asked {
  network?: string
  community?: string
  street?: string
  text?: string
  nobody?: boolean
}

/** What somebody reads: how far, of which network, and which of its grids. */
export interface Reading {
  actor: Actor
  today: string
  reach: Reach
  network: Reach['networks'][number] | undefined
  where: { community?: string | undefined; street?: string | undefined; text?: string | undefined; nobody?: boolean | undefined }
}

/** Reads what networks ask of grids. */
export function dutyReader({ database, clock }: House) {
  const readingOf = (actor: Actor) => ({ as: 'read', district: actor.district, sight: sightOf(actor) }) as const

  return {
    async asked(actor: Actor, { network: code, text, ...filter }: Asked): Promise<Reading | Refusal> {
      const today = dayOf(clock())
      const reach = reachOf(
        actor,
        await within(database, readingOf(actor), (connection) => networksOf(connection, actor.district, today)),
      )
      if (isRefusal(reach)) return reach
      const network = code === undefined ? reach.networks[0] : reach.networks.find((one) => one.code === code)
      if (code !== undefined && !network)
        return refusal('notFound', '没有这个网络，或不归您看', 'there is no such network, or it is not yours to read')
      const { networks: _, ...own } = reach
      return { actor, today, reach, network, where: { ...filter, text: text?.trim() || undefined, ...own } }
    },

    /** Some of the grids that are asked for, with what the network asks of each. */
    async grids({ actor, today, network, where }: Reading, page: { from: number; most: number }): Promise<GridDuties[]> {
      if (!network) return []
      const { district } = actor
      // Who is at which post is read by name here, of these grids alone, as on their cards.
      const known = await within(database, { as: 'command', district }, async (connection) => {
        const grids = await carryingGrids(
          connection,
          district,
          { ...where, carriers: network.carriedBy },
          { ...page, day: today },
        )
        const communities = [...new Set(grids.map(({ community }) => community))]
        const workers = await workersAt(connection, district, [...grids.map(({ code }) => code), ...communities], today)
        return { grids, workers, names: await namesAt(connection, district, communities, today) }
      })
      const since = Temporal.PlainDate.from(today).subtract({ months: 18 }).toString()
      const grids = known.grids.map(({ code }) => code)
      // A department reads of the networks that it leads the days in the whole district, and nothing else of a visit.
      const sight = { ...sightOf(actor), ...(leads(actor) && { everything: true }) }
      const last = await within(database, { as: 'read', district, sight }, (connection) =>
        lastDoneIn(connection, district, { grids, network: network.code, since }),
      )
      return known.grids.map((grid) => ({
        ...{ code: grid.code, name: grid.name, level: grid.level, dedicated: grid.kind === 'dedicated' },
        ...{
          community: known.names.get(grid.community) ?? grid.community,
          workers: workersOn(grid, known.workers).map(({ role, name }) => ({ role, name })),
        },
        ...dutiesIn(network, carrierOf(grid), last.get(grid.code) ?? new Map(), today),
      }))
    },

    /** The communities that one may choose from: none where there is only one's own. */
    async communities({ actor, today, reach: { community, street } }: Reading): Promise<{ code: string; name: string }[]> {
      if (community !== undefined) return []
      const filter = { kinds: ['community'] as const, ...(street !== undefined && { street }), day: today }
      const { rows } = await within(database, readingOf(actor), (connection) =>
        units(connection, actor.district, filter, { limit: 500 }),
      )
      return rows.map(({ code, name }) => ({ code, name }))
    },
  }
}
