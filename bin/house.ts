import type { FastifyRequest } from 'fastify'
import { applications } from '#capabilities/applications/capability.ts'
import { applicationFlow } from '#capabilities/applications/flow.ts'
import { addApplicationRoutes } from '#capabilities/applications/routes.ts'
import { hangsOnApplications } from '#capabilities/applications/store/hanging.ts'
import { declarations } from '#capabilities/branches/capability.ts'
import { declarationFlow } from '#capabilities/branches/flow.ts'
import { addBranchRoutes } from '#capabilities/branches/routes.ts'
import { forgetDeclarations } from '#capabilities/branches/store/forget.ts'
import { hangsOnBranches } from '#capabilities/branches/store/hanging.ts'
import { servedBranches } from '#capabilities/branches/store/served.ts'
import { declarationsHeld } from '#capabilities/branches/store/takingAlong.ts'
import { bulletins } from '#capabilities/bulletins/capability.ts'
import { bulletinFlow } from '#capabilities/bulletins/flow.ts'
import { addBulletinRoutes } from '#capabilities/bulletins/routes.ts'
import { hangsOnBulletins } from '#capabilities/bulletins/store/hanging.ts'
import { categoriesStep } from '#capabilities/cases/beginning.ts'
import { type Cases, casesIn } from '#capabilities/cases/capability.ts'
import { caseMetrics } from '#capabilities/cases/metrics.ts'
import { addCaseRoutes } from '#capabilities/cases/routes.ts'
import { forgetCases } from '#capabilities/cases/store/forget.ts'
import { hangsOnCases, workAtPost } from '#capabilities/cases/store/hanging.ts'
import { headlinesIn } from '#capabilities/cases/store/headlines.ts'
import { countOpenIn } from '#capabilities/cases/store/inGrids.ts'
import { regridding } from '#capabilities/cases/store/regridding.ts'
import { servedCategories } from '#capabilities/cases/store/served.ts'
import { casesHeld } from '#capabilities/cases/store/takingAlong.ts'
import type { Suggester } from '#capabilities/cases/suggesting.ts'
import { meetings, tasks } from '#capabilities/committees/capability.ts'
import { meetingFlow } from '#capabilities/committees/meetings/flow.ts'
import { addCommitteeRoutes } from '#capabilities/committees/routes.ts'
import { hangsOnCommittees } from '#capabilities/committees/store/hanging.ts'
import { servedCommitteeKinds, servedCommittees } from '#capabilities/committees/store/served.ts'
import { taskFlow } from '#capabilities/committees/tasks/flow.ts'
import { errands } from '#capabilities/errands/capability.ts'
import { errandFlow } from '#capabilities/errands/flow.ts'
import { addErrandRoutes } from '#capabilities/errands/routes.ts'
import { forgetErrands } from '#capabilities/errands/store/forget.ts'
import { errandsAtPost, errandsOnGrid, hangsOnErrands } from '#capabilities/errands/store/hanging.ts'
import { errandHeadlines } from '#capabilities/errands/store/headlines.ts'
import { servedErrandItems } from '#capabilities/errands/store/items.ts'
import { errandsHeld } from '#capabilities/errands/store/takingAlong.ts'
import { addGridRoutes } from '#capabilities/grids/routes.ts'
import { following } from '#capabilities/grids/store/following.ts'
import { hangsOnGrid, hangsOnNetworks } from '#capabilities/grids/store/hanging.ts'
import { reminding } from '#capabilities/grids/store/reminding.ts'
import { servedGroups, servedNetworks, servedPartTime, servedReinforcements } from '#capabilities/grids/store/served.ts'
import { portraits } from '#capabilities/portraits/capability.ts'
import { portraitFlow } from '#capabilities/portraits/flow.ts'
import { addPortraitRoutes } from '#capabilities/portraits/routes.ts'
import { forgetPortraits, portraitsHeld } from '#capabilities/portraits/store/forget.ts'
import { parting } from '#capabilities/portraits/store/parting.ts'
import { portraitsOnGrid } from '#capabilities/portraits/store/portraits.ts'
import { specials } from '#capabilities/specials/capability.ts'
import { specialFlow } from '#capabilities/specials/flow.ts'
import { addSpecialRoutes } from '#capabilities/specials/routes.ts'
import { hangsOnSpecials } from '#capabilities/specials/store/hanging.ts'
import { stationsIn } from '#capabilities/stations/capability.ts'
import { addCoverageRoutes } from '#capabilities/stations/routes/coverage.ts'
import { addStationPhotoRoutes } from '#capabilities/stations/routes/photos.ts'
import { addTendingRoutes } from '#capabilities/stations/routes/tending.ts'
import { addStationRoutes } from '#capabilities/stations/routes.ts'
import { servedStations } from '#capabilities/stations/store/facts.ts'
import { hangsOnStations } from '#capabilities/stations/store/hanging.ts'
import { visits } from '#capabilities/visits/capability.ts'
import { visitFlow } from '#capabilities/visits/flow.ts'
import { addVisitRoutes } from '#capabilities/visits/routes.ts'
import { addHsdsRoutes } from '#gateways/hsds/routes.ts'
import { asking } from '#kernel/asking.ts'
import type { Database } from '#kernel/database/open.ts'
import { addFileRoutes } from '#kernel/files/routes.ts'
import { folderStore, type Store } from '#kernel/files/store.ts'
import { eventsOf } from '#kernel/flow/events.ts'
import type { House } from '#kernel/flow/house.ts'
import { refusal, thrown } from '#kernel/flow/refusal.ts'
import { ringTimers, timerSender } from '#kernel/flow/timers.ts'
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
import { addRegisterRoutes, serves } from '#kernel/register/serve.ts'
import { addStartRoutes } from '#kernel/start/routes.ts'
import type { Clock } from '#kernel/time/clock.ts'
import { addCalendarRoutes } from '#kernel/time/routes.ts'
import { calendarOf } from '#kernel/time/store.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
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
  /** Looks at open cases again whose grids were drawn anew, some at a time. Gives how many went along. */
  regrid: (district: string) => Promise<number>
  /** Takes along, or ends, what hangs on grids that ended. Gives how many entries. */
  follow: (district: string) => Promise<number>
  /** Takes back what grid workers agreed to who have left their post. Gives how many. */
  part: (district: string) => Promise<number>
  /** Tells of the codes of grids' groups that are about to expire. Gives how many were told. */
  remind: (district: string) => Promise<number>
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
    ...(fault && { fault }),
    ...(tiles && { pictures: originOf(tiles) }),
  })
  const districtOf = districtFinder(database)
  addSystemRoutes(app, house, leaving)
  const headlines = { [cases.flow.name]: headlinesIn(cases), [errandFlow.name]: errandHeadlines }
  addRecordRoutes(app, house, live, headlines)
  addWebhookRoutes(app, house, [
    ...eventsOf(cases.flow),
    ...eventsOf(specialFlow),
    ...eventsOf(bulletinFlow),
    ...eventsOf(applicationFlow),
    ...eventsOf(visitFlow),
    ...eventsOf(meetingFlow),
    ...eventsOf(taskFlow),
    ...eventsOf(errandFlow),
  ])
  addPeopleRoutes(app, house, { districtOf, sendCode }, headlines, [workAtPost, errandsAtPost])
  addPeopleSheetRoutes(app, house)
  const store = folderStore(files)
  addErasureRoutes(app, house, store, [forgetCases, forgetDeclarations, forgetErrands, forgetPortraits])
  addTakingAlongRoutes(app, house, store, [
    ...[casesHeld(house, cases), declarationsHeld(house), errandsHeld(house), portraitsHeld(house)],
  ])
  addFileRoutes(app, house, store, districtOf)
  addPlaceRoutes(app, house, districtOf)
  addEstateRoutes(app, house, districtOf)
  addBoundaryRoutes(app, house, districtOf)
  addTileRoutes(app, house, tiles)
  addPlaceAdministration(app, house, [
    ...[hangsOnCases, hangsOnSpecials, hangsOnBulletins],
    ...[hangsOnApplications, hangsOnBranches, hangsOnCommittees, hangsOnErrands],
    ...[hangsOnNetworks, hangsOnStations],
  ])
  addImportRoutes(app, house)
  addRedrawingRoutes(app, house, countOpenIn, [hangsOnGrid, errandsOnGrid, portraitsOnGrid])
  addCalendarRoutes(app, house)
  addCaseRoutes(app, { house, cases, store, districtOf })
  addSpecialRoutes(app, house, districtOf)
  addBulletinRoutes(app, house, districtOf)
  addApplicationRoutes(app, house, districtOf)
  addVisitRoutes(app, house, districtOf)
  addCommitteeRoutes(app, house, districtOf, store)
  addErrandRoutes(app, house, store, districtOf)
  addGridRoutes(app, house, districtOf)
  addPortraitRoutes(app, { house, store, districtOf })
  addBranchRoutes(app, house, districtOf)
  const stations = stationsIn(house, trust)
  addCoverageRoutes(app, house, stations)
  addTendingRoutes(app, house, stations)
  addStationRoutes({ app, house, districtOf, ...stations })
  addStationPhotoRoutes({ app, house, store, districtOf })
  addHsdsRoutes({ app, house, districtOf, ...stations })
  addMetricRoutes(app, house, caseMetrics)
  addBriefRoutes(app, house, chapters)
  addHighlightRoutes(app, house, caseMetrics)
  addMonthlyRoutes(app, house, caseMetrics)
  addRegisterRoutes({ app, house, districtOf }, [
    ...[serves(servedCategories), serves(servedStations), serves(servedBranches)],
    ...[serves(servedCommitteeKinds), serves(servedCommittees), serves(servedErrandItems)],
    ...[serves(servedNetworks), serves(servedGroups), serves(servedReinforcements), serves(servedPartTime)],
  ])
  addStartRoutes(app, house, [async (connection, of) => categoriesStep(await cases.rulesOf(connection, of))])
  const senders = {
    [meetingFlow.name]: timerSender(house, meetings),
    [taskFlow.name]: timerSender(house, tasks),
    [cases.flow.name]: timerSender(house, cases),
    [specialFlow.name]: timerSender(house, specials),
    [bulletinFlow.name]: timerSender(house, bulletins),
    [applicationFlow.name]: timerSender(house, applications),
    [visitFlow.name]: timerSender(house, visits),
    [declarationFlow.name]: timerSender(house, declarations),
    [errandFlow.name]: timerSender(house, errands),
    [portraitFlow.name]: timerSender(house, portraits),
  }
  return {
    ...{ app, house, cases, live, store, regrid: regridding(house, cases), remind: reminding(house) },
    ...{ follow: following(house), part: parting(house) },
    ring: (district) => ringTimers(house, senders, district),
  }
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
