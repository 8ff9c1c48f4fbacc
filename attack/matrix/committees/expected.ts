import type { Person } from '../cast.ts'
import { admin, anyoneSignedIn, everybody, only, ownSheet, type Row, staff, workers } from '../row.ts'
import {
  attendance,
  committeeKind,
  correction,
  type MeetingState,
  meetingOf,
  passing,
  putOff,
  specialCommittee,
  taskOf,
} from './subjects.ts'

/** Who sees a committee's meetings: the unit of its chair and secretary, and whoever looks after the district. */
const ofTheCommittee: readonly Person[] = ['streetDesk', 'dutyOfficer', 'dispatcher', 'caller', 'supervisor', 'leader']
const meeting = (
  state: MeetingState | 'called, under another chair' | 'minuted, under another chair',
  ...may: Person[]
): Row => ({ may, seen: ofTheCommittee, at: { id: `meeting ${state}` } })
const ofTheTask: readonly Person[] = [...ofTheCommittee, 'clerk', 'unitLeader']
const task = (state: 'assigned' | 'done', ...may: Person[]): Row => ({ may, seen: ofTheTask, at: { id: `task ${state}` } })
const committeeReaders = workers.filter((name) => !/^(steward|gridWorker|caller)/.test(name)).concat('systemAdmin')
const committeeEdit = { key: { is: 'committee-edit' } }

/** Who may, of committees. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/flows/meetings': everybody,
  'GET /api/flows/tasks': everybody,
  'GET /api/committees/public': everybody,
  'GET /api/registers/committee-kinds': everybody,
  'GET /api/registers/committee-kinds/{key}': { ...everybody, at: { key: 'committeeKind' } },
  'GET /api/registers/committee-kinds.csv': everybody,
  'GET /api/registers/committee-kinds.xlsx': everybody,
  'GET /api/registers/committee-kinds/{key}/history': { ...only(...staff), at: { key: 'committeeKind' } },
  'PUT /api/registers/committee-kinds/{key}': { ...admin, at: { key: { is: 'kind-edit' } }, input: { entry: { ...committeeKind, code: 'kind-edit', name: { zh: '停车', en: 'parking' } }, version: 0 } },
  'DELETE /api/registers/committee-kinds/{key}': { ...admin, at: { key: 'committeeKind to end', version: { is: '1' } } },
  'POST /api/registers/committee-kinds/sheet': { ...admin, fileFor: ownSheet('committee-kinds') },
  'GET /api/registers/committees': only(...committeeReaders),
  'GET /api/registers/committees/{key}': { ...only(...committeeReaders), at: { key: 'committee' } },
  'GET /api/registers/committees.csv': only(...committeeReaders),
  'GET /api/registers/committees.xlsx': only(...committeeReaders),
  'GET /api/registers/committees/{key}/history': { ...only(...committeeReaders), at: { key: 'committee' } },
  'PUT /api/registers/committees/{key}': { ...only('streetDesk', 'systemAdmin'), at: committeeEdit, inputFor: async ({ subject }) => ({ entry: specialCommittee('committee-edit', await subject('committeeKind to end')), version: 0 }) },
  'DELETE /api/registers/committees/{key}': { ...only('streetDesk', 'systemAdmin'), at: { key: 'committee to end', version: { is: '1' } } },
  'POST /api/registers/committees/sheet': { ...only('streetDesk', 'streetDesk elsewhere', 'systemAdmin'), fileFor: ownSheet('committees') },
  'GET /api/meetings': anyoneSignedIn,
  'POST /api/meetings': { ...only('streetDesk'), inputFor: async ({ subject, stage: { clock } }) => meetingOf(await subject('committee'), clock.now(), 3 * 24 * 60) },
  'GET /api/meetings/{id}': meeting('held', ...ofTheCommittee),
  'POST /api/meetings/{id}/correct': { ...meeting('held', 'streetDesk'), input: correction },
  'GET /api/meetings/{id}/calendar.ics': { may: ofTheCommittee, seen: ofTheCommittee, at: { id: 'meeting called' } },
  'POST /api/meetings/{id}/amend': meeting('planned', 'streetDesk'),
  'POST /api/meetings/{id}/call': meeting('planned', 'streetDesk'),
  'POST /api/meetings/{id}/reseat': meeting('called, under another chair', 'streetDesk'),
  'POST /api/meetings/{id}/putOff': { ...meeting('called', 'streetDesk'), input: putOff },
  'POST /api/meetings/{id}/cancel': meeting('called', 'streetDesk'),
  'POST /api/meetings/{id}/hold': { ...meeting('held', 'streetDesk'), input: { attendance } },
  'POST /api/meetings/{id}/vote': { ...meeting('held', 'streetDesk'), input: passing },
  'POST /api/meetings/{id}/resolve': { ...meeting('voted', 'streetDesk'), input: { item: 1, text: '同意', public: true } },
  'POST /api/meetings/{id}/minute': { ...meeting('minuted', 'streetDesk'), input: { text: '同意' } },
  'POST /api/meetings/{id}/remark': { ...meeting('minuted', 'streetDesk', 'dutyOfficer'), input: { words: '属实' } },
  'POST /api/meetings/{id}/renew': meeting('minuted, under another chair', 'streetDesk'),
  'POST /api/meetings/{id}/sign': { ...meeting('minuted', 'streetDesk', 'dutyOfficer'), input: { drafts: 1 } },
  'GET /api/tasks': anyoneSignedIn,
  'POST /api/tasks': { ...only('streetDesk'), inputFor: async ({ subject }) => taskOf(await subject('meeting minuted')) },
  'GET /api/tasks/{id}': task('assigned', ...ofTheTask),
  'GET /api/tasks/{id}/photos/{photo}': { ...task('done', ...ofTheTask), at: { id: 'task done', photo: 'its photo' } },
  'POST /api/tasks/{id}/report': task('assigned', 'clerk', 'unitLeader'),
  'POST /api/tasks/{id}/finish': task('assigned', 'clerk', 'unitLeader'),
  'POST /api/tasks/{id}/putOff': { ...task('assigned', 'streetDesk'), input: { limit: '2026-03-30', because: '下雨' } },
  'POST /api/tasks/{id}/accept': task('done', 'streetDesk'),
  'POST /api/tasks/{id}/giveBack': { ...task('done', 'streetDesk'), input: { because: '补齐' } },
}
