import type { Connection } from '#kernel/database/open.ts'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { mayNotCount } from '#kernel/metric/serve.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { keysOf } from '#kernel/words.ts'
import type { Stations } from '../capability.ts'
import { CoverageAsked, limits, SitesAsked, Siting, ToldCoverage } from '../contract/coverage.ts'
import { type Kind, kinds } from '../contract/kinds.ts'
import { bestSites } from '../coverage/bestSites.ts'
import { coverageOf } from '../coverage/coverage.ts'

/** So long the solver looks for the best places, in seconds. */
const patience = 20

/** Who has a station within a walk, for whoever sees figures, and where the next ones would reach most of those who have none. */
export function addCoverageRoutes(app: App, house: House, { stationsOf, homes }: Pick<Stations, 'stationsOf' | 'homes'>) {
  const { database, clock } = house
  const tags = ['stations']
  const pointsOf = async (connection: Connection, district: string) =>
    [...(await stationsOf(connection, district)).values()].map(({ kind, longitude, latitude }) => ({
      ...{ kind, point: { longitude, latitude } },
    }))

  app.get(
    '/api/stations/coverage',
    {
      schema: {
        ...{ tags, summary: '驿站覆盖', querystring: CoverageAsked },
        response: { 200: ToldCoverage, ...problems },
      },
    },
    async (request) =>
      signedIn(house)(request, async ({ actor }) => {
        const refused = mayNotCount(actor)
        if (refused) return problem(refused)
        const { kind, minutes = 10 } = request.query
        const { district } = actor
        return within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const { homes: buildings, estates, counted } = await homes(connection, district)
          const told = coverageOf({
            ...{ buildings, stations: await pointsOf(connection, district), kinds: keysOf(kinds), minutes: limits },
          })
          const chosen = kind === undefined ? told.any : (told.kinds.find((one) => one.kind === kind)?.within ?? [])
          const without = new Set(chosen.find((one) => one.minutes === minutes)?.without)
          const lacking = Map.groupBy(
            buildings.filter(({ code }) => without.has(code)),
            ({ estate }) => estate,
          )
          const shown = ({ within: some }: { within: typeof told.any }) =>
            some.map(({ without: codes, ...one }) => ({ ...one, buildings: codes.length }))
          return {
            ...{ counted, residents: told.residents, buildings: buildings.length, asOf: clock().toString() },
            any: shown({ within: told.any }),
            kinds: told.kinds.map((one) => ({ kind: one.kind, within: shown(one) })),
            without: estates.flatMap(({ code, name, community, point }) => {
              const some = lacking.get(code)
              if (!some) return []
              const residents = some.reduce((sum, one) => sum + one.residents, 0)
              return [{ code, name, community, ...point, buildings: some.length, residents }]
            }),
          }
        })
      }),
  )

  app.get(
    '/api/stations/sites',
    {
      schema: {
        ...{ tags, summary: '下一批驿站选在哪里', querystring: SitesAsked },
        response: { 200: Siting, ...problems },
      },
    },
    async (request) =>
      signedIn(house)(request, async ({ actor }) => {
        const refused = mayNotCount(actor)
        if (refused) return problem(refused)
        const { kind, minutes = 10, k = 5 } = request.query
        const { district } = actor
        const found = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => ({
          ...(await homes(connection, district)),
          stations: await pointsOf(connection, district),
        }))
        const ofKind = (one: { kind: Kind }) => kind === undefined || one.kind === kind
        const siting = await bestSites(
          {
            ...{ buildings: found.homes, stations: found.stations.filter(ofKind), candidates: found.estates, minutes, k },
          },
          { seconds: patience },
        )
        if (isRefusal(siting)) return problem(siting)
        const named = new Map(found.estates.map((estate) => [estate.code, estate]))
        return {
          ...siting,
          counted: found.counted,
          asOf: dayOf(clock()),
          sites: siting.sites.flatMap(({ code, adds, buildings }) => {
            const estate = named.get(code)
            return estate
              ? [{ code, name: estate.name, community: estate.community, ...estate.point, adds, buildings: buildings.length }]
              : []
          }),
        }
      }),
  )
}
