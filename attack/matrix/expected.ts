import { categories } from '#capabilities/cases/catalogue/categories.ts'
import { type Person, people, residents, staffNames } from './cast.ts'
import { type ErrandState, errandFiled, errandHelper, errandItem, errandRequest } from './errands.ts'
import { attendance, committee, committeeKind, correction, type MeetingState, passing } from './onCommittees.ts'
import { group, network, partTime, reinforcement } from './onGrids.ts'
import { type At, branch, type CaseState, shop, station } from './subjects.ts'

/** Who may come through a door. Whoever is not named is refused: 401 if not signed in, 404 where they do not see what it is about, else 403. */
export interface Row {
  may: readonly Person[]
  /** Who sees what it is about, besides those who may: they are told that they may not, the others that there is nothing. */
  seen?: readonly Person[]
  /** What stands in for the names in its path and query. */
  at?: At
  /** What is sent, where the description alone does not make something that leads anywhere. */
  input?: object
}

const staff = staffNames.filter((name) => name !== 'nobody')
const admins: readonly Person[] = ['systemAdmin', 'securityAdmin', 'auditAdmin']
const workers = staff.filter((name) => !admins.includes(name))
const signedIn = people.filter((person) => person !== 'stranger')

/** Who sees a case before it is dispatched: the place's own, and whoever looks after the district. */
const ofThePlace: readonly Person[] = [
  ...(['steward', 'gridWorker', 'gridLeader', 'communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer'] as const),
  ...(['dispatcher', 'caller', 'supervisor', 'leader', 'reporter'] as const),
]
/** And from then on: the unit that leads, and those that assist. */
const ofTheUnits: readonly Person[] = ['clerk', 'unitLeader', 'clerk assisting', 'propertyManager assisting']
const beforeDispatch: readonly CaseState[] = ['reported', 'accepted', 'triage', 'contested', 'declined', 'appealed', 'merged']

/** About a case in some state: who may, of those who see it. */
const about = (state: CaseState, ...may: Person[]): Row => ({
  may,
  seen: beforeDispatch.includes(state) ? ofThePlace : [...ofThePlace, ...ofTheUnits],
  at: { id: `case ${state}` },
})
const lead = ['clerk', 'unitLeader'] as const
const gridLeaders = ['gridLeader', 'communitySecretary'] as const

const everybody: Row = { may: people }
const anyoneSignedIn: Row = { may: signedIn }
const only = (...may: Person[]): Row => ({ may })
const admin = only('systemAdmin')
const security = only('securityAdmin')
const webhook: Row = { ...admin, at: { id: 'webhook', delivery: { is: '1' } } }
const account: Row = { ...admin, at: { id: 'account' } }
const post: Row = { ...admin, at: { id: 'post' } }
const roster = { from: '2026-03-03T00:00:00+08:00', to: '2026-03-04T00:00:00+08:00' }
const plum = { code: { is: 'plum' } }
const audits: Row = { ...only('auditAdmin'), at: { of: { is: 'person' } } }
const edit = { entry: categories.find(({ code }) => code === 'neighbours.dispute'), version: 1 }
const entry = { key: { is: 'neighbours.dispute' } }
const stationAt = { key: 'station' } as const
const stationPhoto = { code: 'station', photo: 'station photo' } as const
const stationEdit = { entry: { ...station, code: 'station-edit', name: '驿站' }, version: 99 }
/** Whoever tends the station: those, and the property company that keeps it. */
const tenders = ['communitySecretary', 'communityWorker', 'streetDesk', 'systemAdmin', 'propertyManager assisting'] as const
const keepers = ['communitySecretary', 'communityWorker', 'streetDesk', 'systemAdmin'] as const

/** Who reads registers in which people of the grids stand. */
const gridReaders = workers
  .filter((name) => !/^(steward|clerk|unitLeader|propertyManager|caller)/.test(name))
  .concat('systemAdmin')
const keepersElsewhere = ['communitySecretary elsewhere', 'communityWorker elsewhere', 'streetDesk elsewhere'] as const
const onGrid = <Entry extends object>(key: string, entry: Entry) => ({ key, input: { entry, version: 99 } })
const groupEdit = onGrid(group.grid, group)
const reinforcementEdit = onGrid('reinforcement-edit', { ...reinforcement, code: 'reinforcement-edit' })
const partTimeEdit = onGrid('part-time-edit', { ...partTime, code: 'part-time-edit' })

const specialSeen: readonly Person[] = [
  'communitySecretary',
  'communityWorker',
  'streetDesk',
  'dutyOfficer',
  'dispatcher',
  'caller',
  'supervisor',
  'leader',
]
/** Who tends branches: their register, what is looked after there, and whom its figures count. */
const branchTenders: readonly Person[] = [...specialSeen, ...keepersElsewhere, 'dutyOfficer elsewhere']
const branchReaders: readonly Person[] = [...branchTenders, 'systemAdmin']
const branchEdit = { key: { is: 'branch-edit' } }
/** About a declaration of 邻居's: to no other resident it is there. */
const declaration = (...may: Person[]): Row => ({ may, seen: [...specialSeen, 'neighbour'], at: { id: 'declaration' } })
const ofClaim = { claim: '019f0000-0000-7000-8000-000000000000' }
const special = (state: 'proposed' | 'taken', ...may: Person[]): Row => ({
  may,
  seen: specialSeen,
  at: { id: `special ${state}` },
})
const visit = (...may: Person[]): Row => ({
  ...{ may, seen: ['gridWorker', ...specialSeen], at: { id: 'visit' } },
})
/** Who reads duties by network: places, those who oversee, and whoever is of the department that leads the network. */
const dutyReaders: readonly Person[] = [
  ...specialSeen.filter((name) => name !== 'caller'),
  ...(['communitySecretary elsewhere', 'communityWorker elsewhere', 'streetDesk elsewhere', 'dutyOfficer elsewhere'] as const),
  ...(['clerk', 'unitLeader'] as const),
]
const application = (state: 'applied' | 'visited' | 'approved', ...may: Person[]): Row => ({
  ...{ may, seen: [...specialSeen, 'reporter'], at: { id: `application ${state}` } },
})
/** Who sees a committee's meetings: the unit of its chair and secretary, and whoever looks after the district. */
const ofTheCommittee: readonly Person[] = ['streetDesk', 'dutyOfficer', 'dispatcher', 'caller', 'supervisor', 'leader']
const meeting = (state: MeetingState, ...may: Person[]): Row => ({ may, seen: ofTheCommittee, at: { id: `meeting ${state}` } })
const ofTheTask: readonly Person[] = [...ofTheCommittee, 'clerk', 'unitLeader']
const task = (state: 'assigned' | 'done', ...may: Person[]): Row => ({ may, seen: ofTheTask, at: { id: `task ${state}` } })
const committeeReaders = workers.filter((name) => !/^(steward|gridWorker|caller)/.test(name)).concat('systemAdmin')
const committeeEdit = { key: { is: 'committee-edit' } }
/** Once a grid worker helps, they see it too. */
const errand = (state: ErrandState, ...may: Person[]): Row => ({
  ...{ may, seen: [...specialSeen, 'reporter', ...(state === 'requested' ? [] : ['gridWorker' as const])] },
  at: { id: `errand ${state}` },
})
const communityDesks = ['communitySecretary', 'communityWorker'] as const
/** Whose photo it is, and their community; posts at their grid, and whoever sees the district, see that they agreed. */
const portrait = (state: 'agreed' | 'shown', ...may: Person[]): Row => ({
  ...{ may, at: { id: `portrait ${state}` } },
  seen: ['gridWorker', ...communityDesks, 'dispatcher', 'caller', 'supervisor', 'leader'],
})
const portraitReaders: readonly Person[] = [
  ...(['gridWorker', 'gridWorker elsewhere', 'gridLeader', 'gridLeader elsewhere'] as const),
  ...([...communityDesks, 'communitySecretary elsewhere', 'communityWorker elsewhere'] as const),
]
/** Who the members of branches are is for their community's posts alone: to those of another there is no such branch. */
const memberReaders: readonly Person[] = [...communityDesks, 'communitySecretary elsewhere', 'communityWorker elsewhere']
const ofMembers: Row = { may: communityDesks, seen: signedIn.filter((name) => !memberReaders.includes(name)) }
/** One that the grid worker of 梅园 wrote down for somebody without an account. */
const filed = (...may: Person[]): Row => ({ may, seen: [...specialSeen, 'gridWorker'], at: { id: 'errand filed' } })
const errandEditors = ['systemAdmin', 'streetDesk', 'streetDesk elsewhere'] as const
const errandItemEdit = onGrid('errand-edit', { ...errandItem, code: 'errand-edit', name: { zh: '另一项' } })
const bulletinSeen = specialSeen
const bulletin = (...may: Person[]): Row => ({ may, seen: bulletinSeen, at: { id: 'bulletin' } })
const water = { what: '检修', places: ['plum'], from: '2026-03-03T09:00:00+08:00', until: '2026-03-03T17:00:00+08:00' }

/**
 * The authorization matrix: every operation of the interface, and who may. Written by hand from `kernel.md`, `loop.md` and the flows'
 * tables; a new route without a row here fails the run. What is about whoever asks alone is in `own.ts`.
 */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /healthz': everybody,
  'GET /livez': everybody,
  'GET /readyz': everybody,
  'GET /api/tiles': everybody,
  'GET /api/places': everybody,
  'GET /api/places/estates': everybody,
  'GET /api/places/{code}': { ...everybody, at: plum },
  'GET /api/locate': { ...everybody, at: { longitude: { is: '119.005' }, latitude: { is: '36.005' }, system: { is: 'wgs84' } } },
  'GET /api/boundaries': everybody,
  'GET /api/flows/cases': everybody,
  'GET /api/flows/specials': everybody,
  'GET /api/flows/bulletins': everybody,
  'GET /api/flows/applications': everybody,
  'GET /api/flows/errands': everybody,
  'GET /api/registers/errand-items': everybody,
  'GET /api/registers/errand-items/{key}': { ...everybody, at: { key: 'errandItem' } },
  'GET /api/registers/errand-items.csv': everybody,
  'GET /api/registers/errand-items.xlsx': everybody,
  'GET /api/flows/visits': everybody,
  'GET /api/flows/portraits': everybody,
  'GET /api/flows/meetings': everybody,
  'GET /api/flows/tasks': everybody,
  'GET /api/committees/public': everybody,
  'GET /api/registers/committee-kinds': everybody,
  'GET /api/registers/committee-kinds/{key}': { ...everybody, at: { key: 'committeeKind' } },
  'GET /api/registers/committee-kinds.csv': everybody,
  'GET /api/registers/committee-kinds.xlsx': everybody,
  'GET /api/flows/declarations': everybody,
  'GET /api/categories': everybody,
  'GET /api/categories/groups': everybody,
  'POST /api/categories/suggest': everybody,
  'POST /api/places/mentioned': everybody,
  'GET /api/cases/similar': everybody,
  'GET /api/solved': everybody,
  'GET /api/registers': everybody,
  'GET /api/registers/categories': everybody,
  'GET /api/registers/categories/{key}': { ...everybody, at: entry },
  'GET /api/registers/categories.csv': everybody,
  'GET /api/registers/categories.xlsx': everybody,
  'GET /api/registers/stations': everybody,
  'GET /api/registers/stations/{key}': { ...everybody, at: stationAt },
  'GET /api/registers/stations.csv': everybody,
  'GET /api/registers/stations.xlsx': everybody,
  'GET /api/registers/networks': everybody,
  'GET /api/registers/networks/{key}': { ...everybody, at: { key: 'network' } },
  'GET /api/registers/networks.csv': everybody,
  'GET /api/registers/networks.xlsx': everybody,
  'GET /api/grids': everybody,
  'GET /api/grids/around/{code}': { ...everybody, at: plum },
  'GET /api/stations': everybody,
  'GET /api/stations.geojson': everybody,
  'GET /api/stations/{code}/photos/{photo}': { ...everybody, at: stationPhoto },
  'GET /hsds': everybody,
  'GET /hsds/organizations/{id}': { ...everybody, at: { id: 'hsds organizations' } },
  'GET /hsds/services/{id}': { ...everybody, at: { id: 'hsds services' } },
  'GET /hsds/service_at_locations/{id}': { ...everybody, at: { id: 'hsds service_at_locations' } },
  'GET /hsds/taxonomies/{id}': { ...everybody, at: { id: 'hsds taxonomies' } },
  'GET /hsds/taxonomy_terms/{id}': { ...everybody, at: { id: 'hsds taxonomy_terms' } },
  'GET /hsds/organizations': everybody,
  'GET /hsds/services': everybody,
  'GET /hsds/service_at_locations': everybody,
  'GET /hsds/taxonomies': everybody,
  'GET /hsds/taxonomy_terms': everybody,
  'GET /api/stations/{code}': { ...everybody, at: { code: 'station' } },
  'GET /api/bulletins/at/{code}': { ...everybody, at: plum },
  'GET /api/bulletins/read/{id}': { ...everybody, at: { id: 'bulletin' } },
  'POST /api/files': everybody,

  'GET /api/calendar': anyoneSignedIn,
  'GET /api/cases': anyoneSignedIn,
  'GET /api/cases/queue/counts': anyoneSignedIn,
  'GET /api/cases/count': anyoneSignedIn,
  'GET /api/cases/export.xlsx': anyoneSignedIn,
  'GET /api/cases/map': { ...anyoneSignedIn, at: { west: { is: '119' }, east: { is: '119.04' }, south: { is: '36' }, north: { is: '36.01' }, zoom: { is: '14' } } },
  'GET /api/specials': anyoneSignedIn,

  'GET /api/webhooks': admin,
  'POST /api/webhooks': admin,
  'PATCH /api/webhooks/{id}': webhook,
  'DELETE /api/webhooks/{id}': webhook,
  'POST /api/webhooks/{id}/ping': webhook,
  'GET /api/webhooks/{id}/deliveries': webhook,
  'POST /api/webhooks/{id}/deliveries/{delivery}/again': { ...webhook, at: { id: 'webhook', delivery: 'delivery' } },

  'GET /api/looks/audit': audits,
  'GET /api/looks/audit/sums': audits,
  'GET /api/looks/audit.xlsx': audits,
  'GET /api/people': only(...staff),
  'POST /api/people': admin,
  'GET /api/people/sheet.xlsx': admin,
  'POST /api/people/sheet': admin,
  'GET /api/people/{id}': { may: admins, seen: residentsAndNobody(), at: { id: 'account' } },
  'PATCH /api/people/{id}': account,
  'POST /api/people/{id}/password': account,
  'GET /api/people/{id}/sessions': { ...security, at: { id: 'account' } },
  'DELETE /api/people/{id}/sessions': { ...security, at: { id: 'account' } },
  'POST /api/people/{id}/second-factor/reset': { ...security, at: { id: 'account' } },
  'GET /api/people/changes': only('auditAdmin'),
  'GET /api/people/sign-ins': only('auditAdmin'),
  'GET /api/posts': only(...admins),
  'POST /api/posts': { ...admin, input: { account: 'cast-nobody', role: 'steward', unit: 'g-plum-1', starts: '2026-03-03' } },
  'PATCH /api/posts/{id}': { ...post, input: { until: '2026-04-03' } },
  'DELETE /api/posts/{id}': post,
  'GET /api/posts/{id}/stand-ins': post,
  'POST /api/posts/{id}/stand-ins': { ...post, input: { account: 'cast-steward-elsewhere', from: '2026-03-03', until: '2026-03-09' } },
  'GET /api/duties': { ...only('streetDesk', 'dispatcher', 'systemAdmin'), at: { unit: { is: 'north' }, from: { is: roster.from }, to: { is: roster.to } } },
  'PUT /api/duties': { ...only('streetDesk', 'systemAdmin'), input: { unit: 'north', ...roster, slots: [] } },
  'GET /api/second-factor': only('securityAdmin', 'auditAdmin'),
  'PUT /api/second-factor': security,
  'GET /api/idle-ends': only('securityAdmin', 'auditAdmin'),
  'PUT /api/idle-ends': security,
  'GET /api/units/{code}': { ...admin, at: plum },
  'PATCH /api/units/{code}': { ...admin, at: plum, input: { name: '梅园小区' } },
  'GET /api/units/{code}/grids': { ...admin, at: { ...plum, level: { is: '2' } } },
  'GET /api/units/{code}/hanging': { ...admin, at: plum },
  'GET /api/units/{code}/changes': { ...only('systemAdmin', 'auditAdmin'), at: plum },
  'POST /api/units': admin,
  'GET /api/grids/redrawings': admin,
  'POST /api/grids/redrawings': { ...admin, input: { grid: 'g-pine', to: 'g-plum', on: '2026-03-04', words: '合并' } },
  'POST /api/import/{what}': { ...admin, at: { what: { is: 'units' }, system: { is: 'wgs84' } }, input: { type: 'FeatureCollection', features: [] } },
  'PUT /api/calendar/{year}': { ...admin, at: { year: { is: '2026' } }, input: { hours: [{ from: '09:00', to: '17:00' }], days: [] } },
  'GET /api/registers/stations/{key}/history': { ...only(...staff), at: stationAt },
  'PUT /api/registers/stations/{key}': { ...only(...keepers), at: { key: { is: 'station-edit' } }, input: stationEdit },
  'DELETE /api/registers/stations/{key}': { ...only(...keepers), at: { ...stationAt, version: { is: '99' } } },
  // Whose rows a sheet has is seen once it is read.
  'POST /api/registers/stations/sheet': only(...keepers, ...keepersElsewhere),
  'GET /api/registers/errand-items/{key}/history': { ...only(...staff), at: { key: 'errandItem' } },
  'PUT /api/registers/errand-items/{key}': { ...only(...errandEditors), at: { key: { is: errandItemEdit.key } }, input: errandItemEdit.input },
  'DELETE /api/registers/errand-items/{key}': { ...only(...errandEditors), at: { key: 'errandItem', version: { is: '99' } } },
  'POST /api/registers/errand-items/sheet': only(...errandEditors),
  'GET /api/registers/networks/{key}/history': { ...only(...staff), at: { key: 'network' } },
  'PUT /api/registers/networks/{key}': { ...admin, at: { key: { is: 'network-edit' } }, input: { entry: { ...network, code: 'network-edit' }, version: 99 } },
  'DELETE /api/registers/networks/{key}': { ...admin, at: { key: 'network', version: { is: '99' } } },
  'POST /api/registers/networks/sheet': admin,
  'GET /api/registers/committee-kinds/{key}/history': { ...only(...staff), at: { key: 'committeeKind' } },
  'PUT /api/registers/committee-kinds/{key}': { ...admin, at: { key: { is: 'kind-edit' } }, input: { entry: { ...committeeKind, code: 'kind-edit' }, version: 99 } },
  'DELETE /api/registers/committee-kinds/{key}': { ...admin, at: { key: 'committeeKind', version: { is: '99' } } },
  'POST /api/registers/committee-kinds/sheet': admin,
  'GET /api/registers/committees': only(...committeeReaders),
  'GET /api/registers/committees/{key}': { ...only(...committeeReaders), at: { key: 'committee' } },
  'GET /api/registers/committees.csv': only(...committeeReaders),
  'GET /api/registers/committees.xlsx': only(...committeeReaders),
  'GET /api/registers/committees/{key}/history': { ...only(...committeeReaders), at: { key: 'committee' } },
  'PUT /api/registers/committees/{key}': { ...only('streetDesk', 'systemAdmin'), at: committeeEdit, input: { entry: { ...committee, code: 'committee-edit' }, version: 99 } },
  'DELETE /api/registers/committees/{key}': { ...only('streetDesk', 'systemAdmin'), at: { key: 'committee', version: { is: '99' } } },
  'POST /api/registers/committees/sheet': only('streetDesk', 'streetDesk elsewhere', 'systemAdmin'),
  'GET /api/registers/grid-groups': only(...gridReaders),
  'GET /api/registers/grid-groups/{key}': { ...only(...gridReaders), at: { key: 'group' } },
  'GET /api/registers/grid-groups.csv': only(...gridReaders),
  'GET /api/registers/grid-groups.xlsx': only(...gridReaders),
  'GET /api/registers/grid-groups/{key}/history': { ...only(...gridReaders), at: { key: 'group' } },
  'PUT /api/registers/grid-groups/{key}': { ...only(...keepers), at: { key: { is: groupEdit.key } }, input: groupEdit.input },
  'DELETE /api/registers/grid-groups/{key}': { ...only(...keepers), at: { key: 'group', version: { is: '99' } } },
  'POST /api/registers/grid-groups/sheet': only(...keepers, ...keepersElsewhere),
  'GET /api/registers/reinforcements': only(...gridReaders),
  'GET /api/registers/reinforcements/{key}': { ...only(...gridReaders), at: { key: 'reinforcement' } },
  'GET /api/registers/reinforcements.csv': only(...gridReaders),
  'GET /api/registers/reinforcements.xlsx': only(...gridReaders),
  'GET /api/registers/reinforcements/{key}/history': { ...only(...gridReaders), at: { key: 'reinforcement' } },
  'PUT /api/registers/reinforcements/{key}': { ...only(...keepers), at: { key: { is: reinforcementEdit.key } }, input: reinforcementEdit.input },
  'DELETE /api/registers/reinforcements/{key}': { ...only(...keepers), at: { key: 'reinforcement', version: { is: '99' } } },
  'POST /api/registers/reinforcements/sheet': only(...keepers, ...keepersElsewhere),
  'GET /api/registers/part-time-grid-workers': only(...gridReaders),
  'GET /api/registers/part-time-grid-workers/{key}': { ...only(...gridReaders), at: { key: 'partTime' } },
  'GET /api/registers/part-time-grid-workers.csv': only(...gridReaders),
  'GET /api/registers/part-time-grid-workers.xlsx': only(...gridReaders),
  'GET /api/registers/part-time-grid-workers/{key}/history': { ...only(...gridReaders), at: { key: 'partTime' } },
  'PUT /api/registers/part-time-grid-workers/{key}': { ...only(...keepers), at: { key: { is: partTimeEdit.key } }, input: partTimeEdit.input },
  'DELETE /api/registers/part-time-grid-workers/{key}': { ...only(...keepers), at: { key: 'partTime', version: { is: '99' } } },
  'POST /api/registers/part-time-grid-workers/sheet': only(...keepers, ...keepersElsewhere),
  'GET /api/registers/categories/{key}/history': { ...only(...staff), at: entry },
  'PUT /api/registers/categories/{key}': { ...admin, at: entry, input: edit },
  'DELETE /api/registers/categories/{key}': { ...admin, at: { ...entry, version: { is: '99' } } },
  'POST /api/registers/categories/sheet': admin,
  'POST /api/registers/categories/rehearsal': { ...admin, input: edit },
  'GET /api/registers/categories/starting-set': admin,
  'POST /api/registers/categories/starting-set': { ...admin, input: { units: {} } },
  'GET /api/start': admin,

  'GET /api/brief': only(...workers),
  'GET /api/stations/unverified': anyoneSignedIn,
  'POST /api/stations/{code}/verify': { ...only(...tenders), at: { code: 'station' } },
  'POST /api/stations/{code}/photos': { ...only(...tenders), at: { code: 'station' }, input: { id: '019f0000-0000-4000-8000-000000000000', caption: '门口' } },
  'DELETE /api/stations/{code}/photos/{photo}': { ...only(...tenders), at: stationPhoto },
  'GET /api/stations/coverage': only(...workers),
  'GET /api/stations/sites': only(...workers),
  'GET /api/metrics': only(...workers),
  'GET /api/metrics/highlights': only(...workers),
  'GET /api/metrics/{name}': { ...only(...workers), at: { name: { is: 'received' } } },
  'GET /api/reports/monthly': only(...workers),
  'GET /api/reports/monthly.xlsx': only(...workers),

  'POST /api/cases': { may: [...workers, 'reporter', 'neighbour', 'stranger'], input: { words: '灯不亮', place: { code: 'plum' }, category: 'neighbours.dispute' } },
  'GET /api/cases/{id}': about('handling', ...ofThePlace, ...ofTheUnits),
  'GET /api/cases/{id}/events': about('handling', ...ofThePlace, ...ofTheUnits),
  'GET /api/cases/{id}/handlers': about('handling', ...ofThePlace, ...ofTheUnits),
  'GET /api/cases/{id}/merged': about('handling', ...ofThePlace, ...ofTheUnits),
  'GET /api/cases/{id}/photos/{photo}': { ...about('resolved', ...ofThePlace, ...ofTheUnits), at: { id: 'case resolved', photo: 'its photo' } },
  'GET /api/solved/{id}/photos/{photo}': { ...everybody, at: { id: 'case published', photo: 'its photo' } },
  'POST /api/cases/{id}/reveal': about('handling', 'gridWorker', 'gridLeader', 'communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer', ...lead, 'clerk assisting', 'dispatcher', 'caller', 'supervisor'),
  'POST /api/cases/calls': only('communitySecretary', 'communitySecretary elsewhere', 'communityWorker', 'communityWorker elsewhere', 'streetDesk', 'streetDesk elsewhere', 'dutyOfficer', 'dutyOfficer elsewhere', 'dispatcher', 'caller'),
  'GET /api/cases/views': only(...staffNames),
  'POST /api/cases/views': only(...staffNames),
  'DELETE /api/cases/views/{id}': { may: ['dispatcher'], seen: [], at: { id: 'view' } },

  'POST /api/cases/{id}/accept': about('reported', 'gridWorker'),
  'POST /api/cases/{id}/solveOnSite': about('accepted', 'gridWorker'),
  'POST /api/cases/{id}/answer': about('accepted', 'gridWorker'),
  'POST /api/cases/{id}/escalate': about('accepted', 'gridWorker'),
  'POST /api/cases/{id}/sendDown': about('triage', 'communitySecretary'),
  'POST /api/cases/{id}/dispatch': about('accepted', 'gridWorker', 'dispatcher'),
  'POST /api/cases/{id}/receive': about('dispatched', ...lead),
  'POST /api/cases/{id}/receivePart': about('dispatched', 'clerk assisting', 'propertyManager assisting'),
  'POST /api/cases/{id}/contribute': about('dispatched', 'clerk assisting', 'propertyManager assisting'),
  'POST /api/cases/{id}/relieve': about('dispatched', ...lead, 'dispatcher'),
  'POST /api/cases/{id}/contact': about('dispatched', ...lead),
  'POST /api/cases/{id}/return': about('handling', ...lead),
  'POST /api/cases/{id}/transfer': about('handling', ...lead, 'dispatcher'),
  'POST /api/cases/{id}/rule': about('contested', 'dispatcher'),
  'POST /api/cases/{id}/askExtension': about('handling', ...lead),
  'POST /api/cases/{id}/grantExtension': about('handling', 'dispatcher'),
  'POST /api/cases/{id}/refuseExtension': about('handling', 'dispatcher'),
  'POST /api/cases/{id}/askSuspension': about('handling', ...lead),
  'POST /api/cases/{id}/grantSuspension': about('handling', 'supervisor'),
  'POST /api/cases/{id}/refuseSuspension': about('handling', 'supervisor'),
  'POST /api/cases/{id}/resume': about('suspended', ...lead, 'supervisor'),
  'POST /api/cases/{id}/askLedger': about('handling', ...lead),
  'POST /api/cases/{id}/enterLedger': about('handling', 'supervisor'),
  'POST /api/cases/{id}/leaveLedger': about('ledger', ...lead, 'supervisor'),
  'POST /api/cases/{id}/inform': about('ledger', ...lead),
  'POST /api/cases/{id}/resolve': about('handling', ...lead),
  'POST /api/cases/{id}/verify': about('verifying', 'gridWorker'),
  'POST /api/cases/{id}/sendBack': about('verifying', 'gridWorker'),
  'POST /api/cases/{id}/rate': about('resolved', 'reporter'),
  'POST /api/cases/{id}/check': about('resolved', ...gridLeaders),
  'POST /api/cases/{id}/reopen': about('closed', 'reporter', 'supervisor'),
  'POST /api/cases/{id}/callBack': about('closed', 'caller'),
  'POST /api/cases/{id}/proposeDecline': about('accepted', 'gridWorker'),
  'POST /api/cases/{id}/decline': about('reported', 'dispatcher'),
  'POST /api/cases/{id}/appeal': about('declined', 'reporter'),
  'POST /api/cases/{id}/uphold': about('appealed', 'supervisor'),
  'POST /api/cases/{id}/reject': about('appealed', 'supervisor'),
  'POST /api/cases/{id}/merge': about('accepted', 'gridWorker', 'dispatcher'),
  'POST /api/cases/{id}/unmerge': about('merged', 'gridWorker', 'dispatcher'),
  'POST /api/cases/{id}/split': about('handling', 'clerk', 'dispatcher'),
  'POST /api/cases/{id}/join': { ...about('handling', 'reporter', 'neighbour', 'stranger'), seen: [...ofThePlace, ...ofTheUnits, 'code holder'] },
  'POST /api/cases/{id}/correct': about('accepted', 'gridWorker', 'dispatcher'),
  'POST /api/cases/{id}/withdraw': about('reported', 'reporter'),
  'POST /api/cases/{id}/askReporter': about('handling', 'clerk'),
  'POST /api/cases/{id}/replyToAsk': about('handling', 'reporter'),
  'POST /api/cases/{id}/handOver': { ...about('accepted', 'gridWorker', ...gridLeaders), input: { to: { role: 'gridWorker', unit: 'g-pine' }, words: '请接手' } },
  'POST /api/cases/{id}/reportToAuthority': about('handling', 'clerk', 'dispatcher'),
  'POST /api/cases/{id}/whistle': about('handling', 'streetDesk'),
  'POST /api/cases/{id}/attend': about('handling'),
  'POST /api/cases/{id}/supervise': about('handling', 'supervisor', 'leader'),
  'POST /api/cases/{id}/remind': about('handling', 'reporter'),
  'POST /api/cases/{id}/comment': about('handling', ...ofThePlace, ...ofTheUnits),
  'POST /api/cases/{id}/approve': about('closed', ...gridLeaders, 'dispatcher'),
  'POST /api/cases/{id}/unpublish': about('closed', ...gridLeaders, 'dispatcher', 'reporter'),
  'POST /api/cases/{id}/hideContact': about('handling', 'reporter'),
  'POST /api/cases/{id}/answerOutside': about('closed', 'dispatcher', 'caller'),
  'POST /api/cases/{id}/exclude': about('closed', 'supervisor', 'leader'),

  'GET /api/specials/{id}': special('proposed', ...specialSeen),
  'POST /api/specials/{id}/take': special('proposed', 'communitySecretary'),
  'POST /api/specials/{id}/setAside': special('proposed', 'communitySecretary'),
  'POST /api/specials/{id}/conclude': special('taken', 'communitySecretary'),

  'GET /api/registers/branches': only(...branchReaders),
  'GET /api/registers/branches/{key}': { ...only(...branchReaders), at: { key: 'branch' } },
  'GET /api/registers/branches.csv': only(...branchReaders),
  'GET /api/registers/branches.xlsx': only(...branchReaders),
  'GET /api/registers/branches/{key}/history': { ...only(...branchReaders), at: { key: 'branch' } },
  'PUT /api/registers/branches/{key}': { ...only(...keepers), at: branchEdit, input: { entry: { ...branch, code: 'branch-edit' }, version: 99 } },
  'DELETE /api/registers/branches/{key}': { ...only(...keepers), at: { key: 'branch', version: { is: '99' } } },
  'POST /api/registers/branches/sheet': only(...keepers, ...keepersElsewhere),
  'GET /api/branches/at/{estate}': { ...anyoneSignedIn, at: { estate: { is: 'plum' } } },
  'GET /api/branch-members': only(...memberReaders),
  'GET /api/branch-members/sheet.xlsx': only(...memberReaders),
  'POST /api/branch-members/sheet': only(...memberReaders),
  'GET /api/branch-members/{branch}': { ...ofMembers, at: { branch: 'branch' } },
  'DELETE /api/branch-members/{branch}/{id}': { ...ofMembers, at: { branch: { is: branch.code }, id: 'member' } },
  'GET /api/branches/areas': only(...branchTenders),
  'GET /api/declarations': only(...branchTenders),
  'POST /api/declarations': { ...only('reporter', 'neighbour', 'code holder'), input: { estate: 'plum', kind: 'employed' } },
  'GET /api/declarations/{id}': declaration(...specialSeen, 'neighbour'),
  'POST /api/declarations/{id}/claimArea': declaration('neighbour'),
  'POST /api/declarations/{id}/renew': { ...declaration('neighbour'), input: ofClaim },
  'POST /api/declarations/{id}/release': { ...declaration('neighbour'), input: ofClaim },
  'POST /api/declarations/{id}/showName': { ...declaration('neighbour'), input: { name: '小李' } },
  'POST /api/declarations/{id}/hideName': declaration('neighbour'),
  'POST /api/declarations/{id}/withdraw': declaration('neighbour'),

  'GET /api/bulletins': only(...staff),
  'GET /api/visits/due': only('gridWorker', 'gridWorker elsewhere', 'gridLeader', 'gridLeader elsewhere'),
  'GET /api/visits/duties': only(...dutyReaders),
  'GET /api/visits/duties.xlsx': only(...dutyReaders),
  'GET /api/visits/duties.csv': only(...dutyReaders),
  'GET /api/visits/{id}': visit('gridWorker', 'communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer', 'dispatcher', 'caller', 'supervisor', 'leader'),
  'POST /api/visits': { ...only('gridWorker', 'gridWorker elsewhere', 'gridLeader', 'gridLeader elsewhere'), input: { on: '2026-03-02', done: [{ network: 'network', what: '巡查楼道' }] } },
  'POST /api/visits/{id}/takeBack': visit('gridWorker'),
  'GET /api/portraits': only(...portraitReaders),
  'GET /api/portraits/{id}': portrait('agreed', 'gridWorker', ...specialSeen.filter((name) => name !== 'streetDesk' && name !== 'dutyOfficer')),
  'GET /api/portraits/{id}/photos/{photo}': { ...everybody, at: { id: 'portrait shown', photo: 'its photo' } },
  'POST /api/portraits': only('gridWorker', 'gridWorker elsewhere', 'gridLeader', 'gridLeader elsewhere'),
  'POST /api/portraits/{id}/putPhoto': { ...portrait('agreed', 'gridWorker', ...communityDesks), input: { photo: '019f0000-0000-7000-8000-000000000000' } },
  'POST /api/portraits/{id}/takeDown': portrait('shown', 'gridWorker', ...communityDesks),
  'POST /api/portraits/{id}/withdraw': portrait('shown', 'gridWorker'),
  'GET /api/errands': anyoneSignedIn,
  'GET /api/errands/export.csv': anyoneSignedIn,
  'GET /api/errands/export.xlsx': anyoneSignedIn,
  'GET /api/errands/figures': only(...branchTenders),
  'GET /api/errand-helpers': only(...communityDesks, 'communitySecretary elsewhere', 'communityWorker elsewhere'),
  'GET /api/errands/{id}': errand('requested', ...specialSeen, 'reporter'),
  'POST /api/errands': { ...only('reporter', 'neighbour'), input: errandRequest },
  // Whose community it was is seen once it is read.
  'POST /api/errands/record': { ...only(...communityDesks, 'communitySecretary elsewhere', 'communityWorker elsewhere'), input: { item: errandItem.code, unit: 'garden', on: '2026-03-01' } },
  'POST /api/errands/file': { ...only(...communityDesks, 'communitySecretary elsewhere', 'communityWorker elsewhere', 'gridWorker', 'gridWorker elsewhere', 'gridLeader', 'gridLeader elsewhere'), input: errandFiled },
  'POST /api/errands/{id}/sign': { ...filed('gridWorker'), input: { papers: [0], as: 'signature', photo: '019f0000-0000-7000-8000-000000000000' } },
  'POST /api/errands/{id}/close': { ...filed('gridWorker'), at: { id: 'errand filed done' } },
  'POST /api/errands/{id}/erase': { ...filed(...communityDesks), at: { id: 'errand filed done' }, input: { because: '本人到社区书面申请' } },
  'POST /api/errands/{id}/reveal': { ...filed('gridWorker', ...communityDesks), input: { reason: '约时间还材料' } },
  'GET /api/errands/{id}/photos/{photo}': { may: ['gridWorker', ...communityDesks], seen: [], at: { id: 'errand filed', photo: 'its photo' } },
  'POST /api/errands/{id}/assign': { ...errand('requested', ...communityDesks), input: { helper: errandHelper } },
  'POST /api/errands/{id}/reassign': { ...errand('assigned', ...communityDesks), input: { helper: errandHelper, because: '换人' } },
  'POST /api/errands/{id}/begin': errand('assigned', 'gridWorker'),
  'POST /api/errands/{id}/handOver': errand('collecting', 'reporter', 'gridWorker'),
  'POST /api/errands/{id}/acknowledge': errand('collecting', 'reporter', 'gridWorker'),
  'POST /api/errands/{id}/lose': errand('collecting', 'gridWorker', ...communityDesks),
  'POST /api/errands/{id}/found': errand('collecting', 'gridWorker', ...communityDesks),
  'POST /api/errands/{id}/submit': errand('collecting', 'gridWorker'),
  'POST /api/errands/{id}/fetchBack': errand('submitted', 'gridWorker'),
  'POST /api/errands/{id}/reject': errand('submitted', 'gridWorker'),
  'POST /api/errands/{id}/resume': errand('rejected', 'gridWorker'),
  'POST /api/errands/{id}/conclude': errand('submitted', 'gridWorker'),
  'POST /api/errands/{id}/confirm': errand('done', 'reporter'),
  'POST /api/errands/{id}/withdraw': errand('requested', 'reporter'),
  'POST /api/errands/{id}/decline': errand('requested', ...communityDesks),
  'POST /api/errands/{id}/destroyCopies': errand('confirmed', 'gridWorker'),
  'GET /api/applications': anyoneSignedIn,
  'GET /api/applications/{id}': application('applied', ...specialSeen, 'reporter'),
  'POST /api/applications': { ...only('reporter', 'neighbour'), input: shop },
  'POST /api/applications/{id}/visit': { ...application('applied', 'communitySecretary', 'communityWorker'), input: { visitedOn: '2026-03-02', found: '门口有台阶' } },
  'POST /api/applications/{id}/approve': application('visited', 'communitySecretary', 'communityWorker'),
  'POST /api/applications/{id}/publish': { ...application('approved', 'communitySecretary', 'communityWorker'), input: { station: 'nowhere' } },
  'POST /api/applications/{id}/decline': application('applied', 'communitySecretary', 'communityWorker'),
  'POST /api/applications/{id}/withdraw': application('applied', 'reporter'),

  'GET /api/meetings': anyoneSignedIn,
  // Whose committee or resolution it is is seen once it is found.
  'POST /api/meetings': only('streetDesk', 'streetDesk elsewhere'),
  'GET /api/meetings/{id}': meeting('held', ...ofTheCommittee),
  'POST /api/meetings/{id}/correct': { ...meeting('held', 'streetDesk'), input: correction },
  'GET /api/meetings/{id}/calendar.ics': { may: ofTheCommittee, seen: ofTheCommittee, at: { id: 'meeting called' } },
  'POST /api/meetings/{id}/amend': meeting('planned', 'streetDesk'),
  'POST /api/meetings/{id}/call': meeting('planned', 'streetDesk'),
  'POST /api/meetings/{id}/putOff': meeting('called', 'streetDesk'),
  'POST /api/meetings/{id}/cancel': meeting('called', 'streetDesk'),
  'POST /api/meetings/{id}/hold': { ...meeting('held', 'streetDesk'), input: { attendance } },
  'POST /api/meetings/{id}/vote': { ...meeting('held', 'streetDesk'), input: passing },
  'POST /api/meetings/{id}/resolve': { ...meeting('held', 'streetDesk'), input: { item: 1, text: '同意', public: true } },
  'POST /api/meetings/{id}/minute': { ...meeting('minuted', 'streetDesk'), input: { text: '同意' } },
  'POST /api/meetings/{id}/remark': { ...meeting('minuted', 'streetDesk', 'dutyOfficer'), input: { words: '属实' } },
  'POST /api/meetings/{id}/sign': { ...meeting('minuted', 'streetDesk', 'dutyOfficer'), input: { drafts: 1 } },
  'GET /api/tasks': anyoneSignedIn,
  'POST /api/tasks': only('streetDesk', 'streetDesk elsewhere'),
  'GET /api/tasks/{id}': task('assigned', ...ofTheTask),
  'GET /api/tasks/{id}/photos/{photo}': { ...task('done', ...ofTheTask), at: { id: 'task done', photo: 'its photo' } },
  'POST /api/tasks/{id}/report': task('assigned', 'clerk', 'unitLeader'),
  'POST /api/tasks/{id}/finish': task('assigned', 'clerk', 'unitLeader'),
  'POST /api/tasks/{id}/putOff': { ...task('assigned', 'streetDesk'), input: { limit: '2026-03-30', because: '下雨' } },
  'POST /api/tasks/{id}/accept': task('done', 'streetDesk'),
  'POST /api/tasks/{id}/giveBack': { ...task('done', 'streetDesk'), input: { because: '补齐' } },
  'GET /api/bulletins/{id}': { ...anyoneSignedIn, at: { id: 'bulletin' } },
  'POST /api/bulletins': { ...only('communitySecretary', 'communityWorker', 'streetDesk', 'clerk assisting', 'propertyManager assisting'), input: { kind: 'water', ...water } },
  'POST /api/bulletins/{id}/correct': { ...bulletin('communitySecretary', 'communityWorker'), input: water },
  'POST /api/bulletins/{id}/takeBack': bulletin('communitySecretary', 'communityWorker'),
  'GET /api/bulletins/places': only('communitySecretary', 'communitySecretary elsewhere', 'communityWorker', 'communityWorker elsewhere', 'streetDesk', 'streetDesk elsewhere', 'clerk', 'clerk assisting', 'clerk elsewhere', 'unitLeader', 'unitLeader elsewhere', 'propertyManager assisting', 'propertyManager elsewhere'),
}

/** Who looks at nobody's account, and is told so rather than that there is none. */
function residentsAndNobody(): readonly Person[] {
  return ['nobody', ...residents.filter((one) => one !== 'stranger')]
}

/**
 * Doors that are about whoever knocks: their session, their notices, what is known of them. No id of another's goes in but those of a
 * session, which is looked for among one's own.
 */
export const own: readonly string[] = [
  'GET /api/live',
  'GET /api/notices',
  'POST /api/notices/read',
  'GET /api/looks',
  'GET /api/session',
  'DELETE /api/session',
  'POST /api/session/post',
  'POST /api/session/password',
  'POST /api/session/second-factor',
  'POST /api/session/second-factor/confirm',
  'GET /api/sessions',
  'DELETE /api/sessions/{id}',
  'POST /api/me/erase',
  'GET /api/me/data.zip',
  'GET /api/declarations/mine',
]

/** Doors that anybody may knock at with a secret: a password, a code, the token of a link. Without the right one, nothing opens. */
export const withSecret: readonly string[] = [
  'POST /api/session',
  'POST /api/session/phone-code',
  'POST /api/session/phone',
  'POST /api/session/query-code',
  'POST /api/questions',
  'POST /api/questions/reply',
]
