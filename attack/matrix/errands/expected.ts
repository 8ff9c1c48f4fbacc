import type { Person } from '../cast.ts'
import {
  anyoneSignedIn,
  branchTenders,
  communityDesks,
  editOf,
  everybody,
  lookingAfter,
  only,
  ownSheet,
  photoOfTheirs,
  type Row,
  staff,
} from '../row.ts'
import { type ErrandState, errandFiled, errandHelper, errandItem, errandRequest } from './subjects.ts'

/** Once a grid worker helps, they see it too. */
const errand = (state: ErrandState, ...may: Person[]): Row => ({
  ...{ may, seen: [...lookingAfter, 'reporter', ...(state === 'requested' ? [] : ['gridWorker' as const])] },
  at: { id: `errand ${state}` },
})
/** One that the grid worker of 梅园 wrote down for somebody without an account. */
const filed = (...may: Person[]): Row => ({ may, seen: [...lookingAfter, 'gridWorker'], at: { id: 'errand filed' } })
const errandEditors = ['systemAdmin', 'streetDesk', 'streetDesk elsewhere'] as const
const errandItemEdit = editOf('errand-edit', { ...errandItem, code: 'errand-edit', name: { zh: '另一项' } })

/** Who may, of errands. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/flows/errands': everybody,
  'GET /api/registers/errand-items': everybody,
  'GET /api/registers/errand-items/{key}': { ...everybody, at: { key: 'errandItem' } },
  'GET /api/registers/errand-items.csv': everybody,
  'GET /api/registers/errand-items.xlsx': everybody,
  'GET /api/registers/errand-items/{key}/history': { ...only(...staff), at: { key: 'errandItem' } },
  'PUT /api/registers/errand-items/{key}': { ...only(...errandEditors), at: { key: { is: errandItemEdit.key } }, input: errandItemEdit.input },
  'DELETE /api/registers/errand-items/{key}': { ...only(...errandEditors), at: { key: 'errandItem to end', version: { is: '1' } } },
  'POST /api/registers/errand-items/sheet': { ...only(...errandEditors), fileFor: ownSheet('errand-items') },
  'GET /api/errands': anyoneSignedIn,
  'GET /api/errands/export.csv': anyoneSignedIn,
  'GET /api/errands/export.xlsx': anyoneSignedIn,
  'GET /api/errands/figures': only(...branchTenders),
  'GET /api/errand-helpers': only(...communityDesks, 'communitySecretary elsewhere', 'communityWorker elsewhere'),
  'GET /api/errands/{id}': errand('requested', ...lookingAfter, 'reporter'),
  'POST /api/errands': { ...only('reporter', 'neighbour'), input: errandRequest },
  // Whose community it was is seen once it is read.
  'POST /api/errands/record': { ...only(...communityDesks, 'communitySecretary elsewhere', 'communityWorker elsewhere'), input: { item: errandItem.code, unit: 'garden', on: '2026-03-01' } },
  'POST /api/errands/file': { ...only(...communityDesks, 'communitySecretary elsewhere', 'communityWorker elsewhere', 'gridWorker', 'gridWorker elsewhere', 'gridLeader', 'gridLeader elsewhere'), input: errandFiled },
  'POST /api/errands/{id}/sign': { ...filed('gridWorker'), inputFor: async (given) => ({ papers: [0], as: 'signature', photo: await photoOfTheirs(given) }) },
  'POST /api/errands/{id}/close': { ...filed('gridWorker'), at: { id: 'errand filed done' } },
  'POST /api/errands/{id}/erase': { ...filed(...communityDesks), at: { id: 'errand filed done' }, input: { because: '本人到社区书面申请' } },
  'POST /api/errands/{id}/reveal': { ...filed('gridWorker', ...communityDesks), input: { reason: '约时间还材料' } },
  'GET /api/errands/{id}/photos/{photo}': { may: ['gridWorker', ...communityDesks], seen: [], at: { id: 'errand filed', photo: 'its photo' } },
  'POST /api/errands/{id}/assign': { ...errand('requested', ...communityDesks), input: { helper: errandHelper } },
  'POST /api/errands/{id}/reassign': { ...errand('assigned', ...communityDesks), input: { helper: errandHelper, because: '换人' } },
  'POST /api/errands/{id}/takeOver': errand('collecting', ...communityDesks),
  'POST /api/errands/{id}/begin': errand('assigned', 'gridWorker'),
  'POST /api/errands/{id}/handOver': { ...errand('with a paper collecting', 'reporter', 'gridWorker'), inputFor: async (given) => ({ paper: 0, to: 'helper', photo: await photoOfTheirs(given) }) },
  'POST /api/errands/{id}/acknowledge': { ...errand('with a paper offered', 'reporter'), input: { paper: 0 } },
  'POST /api/errands/{id}/unsay': { ...errand('with a paper offered', 'gridWorker', ...communityDesks), input: { paper: 0 } },
  'POST /api/errands/{id}/lose': { ...errand('with a paper given', 'gridWorker', ...communityDesks), input: { paper: 0, remedy: '陪您补办' } },
  'POST /api/errands/{id}/found': { ...errand('with a paper lost', 'gridWorker', ...communityDesks), input: { paper: 0 } },
  'POST /api/errands/{id}/keep': { ...errand('collecting', ...communityDesks), input: { paper: 0 } },
  'POST /api/errands/{id}/submit': errand('collecting', 'gridWorker'),
  'POST /api/errands/{id}/fetchBack': errand('with an original submitted', 'gridWorker'),
  'POST /api/errands/{id}/reject': errand('submitted', 'gridWorker'),
  'POST /api/errands/{id}/resume': errand('rejected', 'gridWorker'),
  'POST /api/errands/{id}/conclude': errand('submitted', 'gridWorker'),
  'POST /api/errands/{id}/confirm': errand('done', 'reporter'),
  'POST /api/errands/{id}/withdraw': errand('requested', 'reporter'),
  'POST /api/errands/{id}/decline': errand('requested', ...communityDesks),
  'POST /api/errands/{id}/destroyCopies': errand('with a paper over', 'gridWorker'),
}
