import { randomUUID } from 'node:crypto'
import { categories } from '#capabilities/cases/catalogue/categories.ts'
import { type Person, staffNames } from '../cast.ts'
import { admin, anyoneSignedIn, everybody, only, ownSheet, photoOfTheirs, type Row, shownTo, staff, workers } from '../row.ts'
import { type CaseState, wait } from './subjects.ts'

/** Who sees a case before it is dispatched: the place's own, and whoever looks after the district. */
const ofThePlace: readonly Person[] = [
  ...(['steward', 'gridWorker', 'gridLeader', 'communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer'] as const),
  ...(['dispatcher', 'caller', 'supervisor', 'leader', 'reporter'] as const),
]
/** And from then on: the unit that leads, and those that assist. */
const ofTheUnits: readonly Person[] = ['clerk', 'unitLeader', 'clerk assisting', 'propertyManager assisting']
const beforeDispatch: readonly CaseState[] = [
  ...([
    'reported',
    'accepted',
    'question accepted',
    'triage',
    'contested',
    'declined',
    'appealed',
    'merged',
    'merged unaccepted',
  ] as const),
]
/** About a case in some state: who may, of those who see it. */
const about = (state: CaseState, ...may: Person[]): Row => ({
  may,
  seen: beforeDispatch.includes(state) ? ofThePlace : [...ofThePlace, ...ofTheUnits],
  at: { id: `case ${state}` },
})
const lead = ['clerk', 'unitLeader'] as const
/** Of one that staff reported, or another platform, and nobody assists in: the place's own, and the unit that leads. */
const ofStaff: readonly Person[] = [...ofThePlace.filter((name) => name !== 'reporter'), ...lead]
/** Of one about a minor: the unit that leads, whoever reported it, and who guards such cases. */
const guards: readonly Person[] = [...lead, 'reporter', 'dispatcher', 'supervisor']
const gridLeaders = ['gridLeader', 'communitySecretary'] as const
const edit = { entry: categories.find(({ code }) => code === 'neighbours.dispute'), version: 1 }
const entry = { key: { is: 'neighbours.dispute' } }
/** The last of the catalogue, which nothing else here is about. */
const last = { key: { is: categories.at(-1)?.code ?? '' }, version: { is: '1' } }
/** The case into which the one in hand was merged, as the dispatcher sees it. */
const itsParent: Row['inputFor'] = async (given) => ({
  parent: (await shownTo(given, 'dispatcher', `/api/cases/${given.ids.id}`)).item.parent,
})

/** Who may, of cases. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/flows/cases': everybody,
  'GET /api/categories': everybody,
  'GET /api/categories/groups': everybody,
  'POST /api/categories/suggest': everybody,
  'GET /api/cases/similar': everybody,
  'GET /api/solved': everybody,
  'GET /api/registers/categories': everybody,
  'GET /api/registers/categories/{key}': { ...everybody, at: entry },
  'GET /api/registers/categories.csv': everybody,
  'GET /api/registers/categories.xlsx': everybody,
  'GET /api/cases': anyoneSignedIn,
  'GET /api/cases/queue/counts': anyoneSignedIn,
  'GET /api/cases/count': anyoneSignedIn,
  'GET /api/cases/export.xlsx': anyoneSignedIn,
  'GET /api/cases/map': { ...anyoneSignedIn, at: { west: { is: '119' }, east: { is: '119.04' }, south: { is: '36' }, north: { is: '36.01' }, zoom: { is: '14' } } },
  'GET /api/registers/categories/{key}/history': { ...only(...staff), at: entry },
  'PUT /api/registers/categories/{key}': { ...admin, at: entry, input: edit },
  'DELETE /api/registers/categories/{key}': { ...admin, at: last },
  'POST /api/registers/categories/sheet': { ...admin, fileFor: ownSheet('categories') },
  'POST /api/registers/categories/rehearsal': { ...admin, input: edit },
  'GET /api/registers/categories/starting-set': admin,
  'POST /api/registers/categories/starting-set': { ...admin, input: { units: {} } },
  'POST /api/cases': { may: [...workers, 'reporter', 'neighbour', 'stranger'], input: { words: '灯不亮', place: { code: 'plum' }, category: 'neighbours.dispute' } },
  'GET /api/cases/{id}': about('handling', ...ofThePlace, ...ofTheUnits),
  'GET /api/cases/{id}/events': about('handling', ...ofThePlace, ...ofTheUnits),
  'GET /api/cases/{id}/handlers': about('handling', ...ofThePlace, ...ofTheUnits),
  'GET /api/cases/{id}/merged': about('handling', ...ofThePlace, ...ofTheUnits),
  'GET /api/cases/{id}/related': about('handling', ...ofThePlace, ...ofTheUnits),
  'GET /api/cases/{id}/photos/{photo}': { ...about('resolved', ...ofThePlace, ...ofTheUnits), at: { id: 'case resolved', photo: 'its photo' } },
  'GET /api/solved/{id}/photos/{photo}': { ...everybody, at: { id: 'case published', photo: 'its photo' } },
  'POST /api/cases/{id}/reveal': about('handling with a contact', 'propertyManager assisting', 'gridWorker', 'gridLeader', 'communitySecretary', 'communityWorker', 'streetDesk', 'dutyOfficer', ...lead, 'clerk assisting', 'dispatcher', 'caller', 'supervisor'),
  'POST /api/cases/calls': only('communitySecretary', 'communitySecretary elsewhere', 'communityWorker', 'communityWorker elsewhere', 'streetDesk', 'streetDesk elsewhere', 'dutyOfficer', 'dutyOfficer elsewhere', 'dispatcher', 'caller'),
  'GET /api/cases/views': only(...staffNames),
  'POST /api/cases/views': only(...staffNames),
  'DELETE /api/cases/views/{id}': { may: ['dispatcher'], seen: [], at: { id: 'view' } },
  'POST /api/cases/{id}/accept': about('reported', 'gridWorker'),
  'POST /api/cases/{id}/solveOnSite': about('accepted', 'gridWorker'),
  'POST /api/cases/{id}/answer': about('question accepted', 'gridWorker'),
  'POST /api/cases/{id}/escalate': about('accepted', 'gridWorker'),
  'POST /api/cases/{id}/sendDown': about('triage', 'communitySecretary'),
  'POST /api/cases/{id}/dispatch': { ...about('accepted', 'gridWorker', 'dispatcher'), input: { lead: 'urban' } },
  'POST /api/cases/{id}/receive': about('dispatched', ...lead),
  'POST /api/cases/{id}/receivePart': about('dispatched', 'clerk assisting', 'propertyManager assisting'),
  'POST /api/cases/{id}/contribute': about('dispatched', 'clerk assisting', 'propertyManager assisting'),
  'POST /api/cases/{id}/relieve': { ...about('dispatched', ...lead, 'dispatcher'), input: { unit: 'power', words: '不再需要' } },
  'POST /api/cases/{id}/contact': about('dispatched', ...lead),
  'POST /api/cases/{id}/return': { ...about('handling', ...lead), input: { reason: 'notOurDuty', words: '不归我们', rightBody: 'housing' } },
  'POST /api/cases/{id}/transfer': { ...about('handling', ...lead, 'dispatcher'), input: { lead: 'urban-team', words: '由中队办理' } },
  'POST /api/cases/{id}/rule': about('contested', 'dispatcher'),
  'POST /api/cases/{id}/askExtension': about('handling', ...lead),
  'POST /api/cases/{id}/grantExtension': about('extension asked', 'dispatcher'),
  'POST /api/cases/{id}/refuseExtension': about('extension asked', 'dispatcher'),
  'POST /api/cases/{id}/askSuspension': { ...about('handling', ...lead), input: wait },
  'POST /api/cases/{id}/grantSuspension': about('suspension asked', 'supervisor'),
  'POST /api/cases/{id}/refuseSuspension': about('suspension asked', 'supervisor'),
  'POST /api/cases/{id}/resume': about('suspended', ...lead, 'supervisor'),
  'POST /api/cases/{id}/askLedger': about('handling', ...lead),
  'POST /api/cases/{id}/enterLedger': about('ledger asked', 'supervisor'),
  'POST /api/cases/{id}/leaveLedger': about('ledger', ...lead, 'supervisor'),
  'POST /api/cases/{id}/inform': about('ledger', ...lead),
  'POST /api/cases/{id}/resolve': { ...about('handling alone', ...lead), madeByEach: true, inputFor: async (given) => ({ outcome: 'solved', done: '已更换灯泡', photos: [await photoOfTheirs(given)] }) },
  'POST /api/cases/{id}/verify': about('verifying', 'gridWorker'),
  'POST /api/cases/{id}/sendBack': about('verifying', 'gridWorker'),
  'POST /api/cases/{id}/rate': about('resolved', 'reporter'),
  'POST /api/cases/{id}/check': { ...about('of staff resolved', ...gridLeaders), seen: ofStaff },
  'POST /api/cases/{id}/reopen': about('closed', 'reporter', 'supervisor'),
  'POST /api/cases/{id}/callBack': { ...about('from outside resolved', 'caller'), seen: ofStaff, input: { answered: true, solved: true, level: 5, outside: true } },
  'POST /api/cases/{id}/proposeDecline': about('accepted', 'gridWorker'),
  'POST /api/cases/{id}/decline': about('reported', 'dispatcher'),
  'POST /api/cases/{id}/appeal': about('declined', 'reporter'),
  'POST /api/cases/{id}/uphold': about('appealed', 'supervisor'),
  'POST /api/cases/{id}/reject': about('appealed', 'supervisor'),
  'POST /api/cases/{id}/merge': { ...about('reported', 'gridWorker', 'dispatcher'), inputFor: async ({ subject }) => ({ parent: await subject('case accepted') }) },
  'POST /api/cases/{id}/unmerge': { ...about('merged unaccepted', 'gridWorker', 'dispatcher'), inputFor: itsParent },
  'POST /api/cases/{id}/split': { ...about('handling', 'clerk', 'dispatcher'), inputFor: async () => ({ parts: [{ id: randomUUID(), category: 'neighbours.dispute', words: '另一件' }] }) },
  'POST /api/cases/{id}/join': { ...about('handling', 'reporter', 'neighbour', 'stranger'), seen: [...ofThePlace, ...ofTheUnits, 'code holder'] },
  'POST /api/cases/{id}/correct': { ...about('accepted', 'gridWorker', 'dispatcher'), input: { urgency: 'urgent', words: '很急' } },
  'POST /api/cases/{id}/withdraw': about('reported', 'reporter'),
  'POST /api/cases/{id}/askReporter': about('handling', 'clerk'),
  'POST /api/cases/{id}/replyToAsk': about('asked', 'reporter'),
  'POST /api/cases/{id}/handOver': { ...about('accepted', 'gridWorker', ...gridLeaders), input: { to: { role: 'gridWorker', unit: 'g-pine' }, words: '请接手' } },
  'POST /api/cases/{id}/reportToAuthority': { ...about('protected handling', 'clerk', 'dispatcher'), seen: guards },
  'POST /api/cases/{id}/whistle': { ...about('handling', 'streetDesk'), input: { units: ['power'], place: '梅园东门', at: '2026-03-03T10:00:00+08:00' } },
  'POST /api/cases/{id}/attend': { ...about('whistled', 'clerk assisting'), inputFor: async (given) => ({ whistle: (await shownTo(given, 'dispatcher', `/api/cases/${given.ids.id}`)).item.whistles[0].id, people: '一人', agreed: '更换' }) },
  'POST /api/cases/{id}/supervise': about('handling', 'supervisor', 'leader'),
  'POST /api/cases/{id}/remind': about('handling', 'reporter'),
  'POST /api/cases/{id}/comment': about('handling', ...ofThePlace, ...ofTheUnits),
  'POST /api/cases/{id}/approve': about('closed', ...gridLeaders, 'dispatcher'),
  'POST /api/cases/{id}/unpublish': about('published closed', ...gridLeaders, 'dispatcher', 'reporter'),
  'POST /api/cases/{id}/hideContact': about('handling with a contact', 'reporter'),
  'POST /api/cases/{id}/answerOutside': { ...about('from outside resolved', 'dispatcher', 'caller'), seen: ofStaff },
  'POST /api/cases/{id}/exclude': about('closed', 'supervisor', 'leader'),
}
