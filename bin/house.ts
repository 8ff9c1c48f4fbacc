import type { FastifyRequest } from 'fastify'
import { applicationsWing } from '#capabilities/applications/wing.ts'
import { branchesWing } from '#capabilities/branches/wing.ts'
import { bulletinsWing } from '#capabilities/bulletins/wing.ts'
import { categoriesStep } from '#capabilities/cases/beginning.ts'
import { type Cases, casesIn } from '#capabilities/cases/capability.ts'
import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { countOpenIn } from '#capabilities/cases/store/inGrids.ts'
import type { Suggester } from '#capabilities/cases/suggesting.ts'
import { casesWing } from '#capabilities/cases/wing.ts'
import { committeesWing } from '#capabilities/committees/wing.ts'
import { errandsWing } from '#capabilities/errands/wing.ts'
import { gridsWing } from '#capabilities/grids/wing.ts'
import { portraitsWing } from '#capabilities/portraits/wing.ts'
import type { CategoryNames } from '#capabilities/specials/store/propose.ts'
import { specialsWing } from '#capabilities/specials/wing.ts'
import { stationsIn } from '#capabilities/stations/capability.ts'
import { stationsWing } from '#capabilities/stations/wing.ts'
import { visitsWing } from '#capabilities/visits/wing.ts'
import { addHsdsRoutes } from '#gateways/hsds/routes.ts'
import { asking } from '#kernel/asking.ts'
import type { Database } from '#kernel/database/open.ts'
import { addFileRoutes } from '#kernel/files/routes.ts'
import { folderStore, type Store } from '#kernel/files/store.ts'
import type { House } from '#kernel/flow/house.ts'
import { refusal, thrown } from '#kernel/flow/refusal.ts'
import { ringTimers } from '#kernel/flow/timers.ts'
import { type App, openApp } from '#kernel/http/app.ts'
import type { Log } from '#kernel/log/log.ts'
import { addMetricRoutes } from '#kernel/metric/serve.ts'
import { addBriefRoutes } from '#kernel/metric/serveBrief.ts'
import { addHighlightRoutes } from '#kernel/metric/serveHighlights.ts'
import { addMonthlyRoutes } from '#kernel/metric/serveMonthly.ts'
import { addErasureRoutes } from '#kernel/people/routes/erasing.ts'
import { addTakingAlongRoutes } from '#kernel/people/routes/takingAlong.ts'
import { addPeopleRoutes } from '#kernel/people/routes.ts'
import type { SendCode } from '#kernel/people/sendCode.ts'
import { addPeopleSheetRoutes } from '#kernel/people/sheet/routes.ts'
import { addPlaceAdministration } from '#kernel/place/admin/routes.ts'
import { addBoundaryRoutes } from '#kernel/place/boundaryRoutes.ts'
import { districtsOf, isDistrict } from '#kernel/place/districts.ts'
import { addEstateRoutes } from '#kernel/place/estateRoutes.ts'
import { addImportRoutes } from '#kernel/place/importRoutes.ts'
import { type OutsideTiles, originOf } from '#kernel/place/outsideTiles.ts'
import { addRedrawingRoutes } from '#kernel/place/redrawing/routes.ts'
import { addPlaceRoutes } from '#kernel/place/routes.ts'
import { cachedByRules, forever } from '#kernel/place/rules.ts'
import { addTileRoutes } from '#kernel/place/tileRoutes.ts'
import { type LiveReader, liveReader } from '#kernel/record/live.ts'
import { addRecordRoutes } from '#kernel/record/routes.ts'
import { addWebhookRoutes } from '#kernel/record/webhooks/routes.ts'
import { addRegisterRoutes } from '#kernel/register/serve.ts'
import { addStartRoutes } from '#kernel/start/routes.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { addCalendarRoutes } from '#kernel/time/routes.ts'
import { calendarOf } from '#kernel/time/store.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import type { Round, Wing } from '#kernel/wing.ts'
import { words } from '#kernel/words.ts'
import { chapters } from './chapters.ts'
import { addSystemRoutes } from './system.ts'

/** What a house is put up from. */
export interface Ground {
  database: Database
  clock: Clock
  ring: Keyring
  suggester: Suggester
  /** The folder of uploaded files. */
  files: string
  sendCode: SendCode
  /** Told after every commit. */
  stirred?: (district: string) => void
  /** How long changed rules may go unnoticed, in milliseconds. */
  trust?: number
  log?: Log | undefined
  /** What maps lay under our boundaries. */
  tiles?: OutsideTiles | undefined
  /** The addresses of proxies in front that are believed. */
  proxies?: string | undefined
  /** The networks from which posts that administer are acted at. */
  office?: string | undefined
  /** Told of every error of ours. */
  fault?: (error: unknown) => void
  /** Whether it is about to stop, and is to be sent nothing new. */
  leaving?: () => boolean
}

export interface Furnished {
  app: App
  house: House
  cases: Cases
  live: LiveReader
  /** The uploaded files. */
  store: Store
  /** Sends the commands of a district whose time has come. */
  ring: (district: string) => ReturnType<typeof ringTimers>
  /** What is done for a district again and again, beside what the kernel itself does. */
  rounds: readonly Round[]
}

/** Puts the whole program together: kernel, capabilities, and the web server with all their routes. */
export async function furnish({
  database,
  clock,
  ring,
  suggester,
  files,
  sendCode,
  stirred = () => {},
  trust,
  log,
  proxies,
  office,
  fault,
  tiles,
  leaving = () => false,
}: Ground): Promise<Furnished> {
  const calendars = cachedByRules(
    clock,
    async (connection, district) => ({ value: await calendarOf(connection, district), until: forever }),
    trust,
  )
  const live = liveReader(database)
  const house: House = {
    ...{ database, clock, ring, calendarOf: calendars },
    stirred: (district) => {
      live.nudge(district)
      stirred(district)
    },
  }
  const cases = casesIn(house, suggester, trust, sendCode)
  const app = await openApp({
    log,
    ...(proxies && { proxies }),
    ...(office !== undefined && { office }),
    ...(fault && { fault }),
    ...(tiles && { pictures: originOf(tiles) }),
  })
  const districtOf = districtFinder(database)
  const store = folderStore(files)
  const plot = { house, store, districtOf }
  const stations = stationsIn(house, trust)
  const wings = [
    ...[
      casesWing(plot, cases),
      specialsWing(plot, namesBy(cases)),
      bulletinsWing(plot),
      applicationsWing(plot),
      visitsWing(plot),
    ],
    ...[committeesWing(plot), branchesWing(plot), gridsWing(plot), portraitsWing(plot), errandsWing(plot)],
    stationsWing(plot, stations),
  ]
  const all = <Part>(part: (wing: Wing) => readonly Part[] | undefined) => wings.flatMap((wing) => part(wing) ?? [])
  const named = <Part>(part: (wing: Wing) => Readonly<Record<string, Part>> | undefined): Readonly<Record<string, Part>> =>
    Object.fromEntries(wings.flatMap((wing) => Object.entries(part(wing) ?? {})))
  const headlines = named((wing) => wing.headlines)
  const senders = named((wing) => wing.senders)
  addSystemRoutes(app, house, leaving)
  addRecordRoutes(app, house, live, headlines)
  addWebhookRoutes(
    app,
    house,
    all(({ events }) => events),
  )
  addPeopleRoutes(
    app,
    house,
    { districtOf, sendCode },
    headlines,
    all(({ atPosts }) => atPosts),
  )
  addPeopleSheetRoutes(app, house)
  addErasureRoutes(
    app,
    house,
    store,
    all(({ forgets }) => forgets),
  )
  addTakingAlongRoutes(
    app,
    house,
    store,
    all(({ holds }) => holds),
  )
  addFileRoutes(app, house, store, districtOf)
  addPlaceRoutes(app, house, districtOf)
  addEstateRoutes(app, house, districtOf)
  addBoundaryRoutes(app, house, districtOf)
  addTileRoutes(app, house, tiles)
  addPlaceAdministration(
    app,
    house,
    all(({ onUnits }) => onUnits),
  )
  addImportRoutes(app, house)
  addRedrawingRoutes(
    app,
    house,
    countOpenIn,
    all(({ onGrids }) => onGrids),
  )
  addCalendarRoutes(app, house)
  for (const { routes } of wings) routes(app)
  addHsdsRoutes({ app, house, districtOf, ...stations })
  addMetricRoutes(app, house, caseMetrics)
  addBriefRoutes(app, house, chapters)
  addHighlightRoutes(app, house, caseMetrics)
  addMonthlyRoutes(app, house, caseMetrics)
  addRegisterRoutes(
    { app, house, districtOf },
    all(({ registers }) => registers),
  )
  addStartRoutes(app, house, [async (connection, of) => categoriesStep(await cases.rulesOf(connection, of))])
  return {
    ...{ app, house, cases, live, store, rounds: all(({ rounds }) => rounds) },
    ring: (district) => ringTimers(house, senders, district),
  }
}

/** What categories are called by the rules of the day. */
export const namesBy =
  ({ rulesOf }: Cases): CategoryNames =>
  async (connection, district) => {
    const { categories } = await rulesOf(connection, district)
    return (code) => categories.get(code)?.name ?? words(code, code)
  }

/**
 * The district that somebody not signed in speaks to: the one that they name in the header `Linli-District`, else the only one
 * that there is. Where there are several, whoever names none speaks to the first. One that there is not is refused: attempts are
 * counted by district, and made-up ones would each begin at nought.
 */
function districtFinder(database: Database) {
  const known = new Set<string>()
  let first: string | undefined
  return async (request: FastifyRequest): Promise<string> => {
    const district = await found(request)
    const of = asking()
    if (of && of.district === undefined) of.district = district
    return district
  }

  async function found(request: FastifyRequest): Promise<string> {
    const named = request.headers['linli-district']
    if (named === undefined) {
      first ??= (await districtsOf(database))[0]
      return first ?? ''
    }
    // Asked for alone: of a cluster, all nodes know which districts there are, and one of them may be away.
    if (typeof named === 'string' && (known.has(named) || (await isDistrict(database, named)))) {
      known.add(named)
      return named
    }
    throw thrown(refusal('notFound', '没有这个区，请检查 Linli-District', 'there is no such district: check Linli-District'))
  }
}
