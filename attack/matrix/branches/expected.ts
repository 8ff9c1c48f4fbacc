import type { Person } from '../cast.ts'
import {
  anyoneSignedIn,
  branchTenders,
  communityDesks,
  everybody,
  keepers,
  keepersElsewhere,
  lookingAfter,
  only,
  ownSheet,
  type Row,
  shownTo,
  signedIn,
} from '../row.ts'
import { branch, newEstate } from './subjects.ts'

const branchReaders: readonly Person[] = [...branchTenders, 'systemAdmin']
const branchEdit = { key: { is: 'branch-edit' } }
/** About a declaration of 邻居's: to no other resident it is there. */
const declaration = (...may: Person[]): Row => ({ may, seen: [...lookingAfter, 'neighbour'], at: { id: 'declaration' } })
const ofClaim: Row = {
  ...declaration('neighbour'),
  at: { id: 'declaration with an area' },
  inputFor: async (given) => ({
    claim: (await shownTo(given, 'neighbour', `/api/declarations/${given.ids.id}`)).item.mine.claims.at(-1).id,
  }),
}
/** Who the members of branches are is for their community's posts alone: to those of another there is no such branch. */
const memberReaders: readonly Person[] = [...communityDesks, 'communitySecretary elsewhere', 'communityWorker elsewhere']
const ofMembers: Row = { may: communityDesks, seen: signedIn.filter((name) => !memberReaders.includes(name)) }

/** Who may, of branches. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/flows/declarations': everybody,
  'GET /api/registers/branches': only(...branchReaders),
  'GET /api/registers/branches/{key}': { ...only(...branchReaders), at: { key: 'branch' } },
  'GET /api/registers/branches.csv': only(...branchReaders),
  'GET /api/registers/branches.xlsx': only(...branchReaders),
  'GET /api/registers/branches/{key}/history': { ...only(...branchReaders), at: { key: 'branch' } },
  'PUT /api/registers/branches/{key}': { ...only(...keepers), at: branchEdit, inputFor: async ({ handOf, next }) => ({ entry: { ...branch, code: 'branch-edit', name: '新苑党支部', estates: [await newEstate(handOf, `edit-${next('estate')}`)] }, version: 0 }) },
  'DELETE /api/registers/branches/{key}': { ...only(...keepers), at: { key: 'branch to end', version: { is: '1' } } },
  'POST /api/registers/branches/sheet': { ...only(...keepers, ...keepersElsewhere), fileFor: ownSheet('branches') },
  'GET /api/branches/at/{estate}': { ...anyoneSignedIn, at: { estate: { is: 'plum' } } },
  'GET /api/branch-members': only(...memberReaders),
  'GET /api/branch-members/sheet.xlsx': only(...memberReaders),
  'POST /api/branch-members/sheet': { ...only(...memberReaders), fileFor: async () => Buffer.from(`branch,name,system,number,asOf\n${branch.code},林一意,党员系统,9001,2026-03-01`) },
  'GET /api/branch-members/{branch}': { ...ofMembers, at: { branch: 'branch' } },
  'DELETE /api/branch-members/{branch}/{id}': { ...ofMembers, at: { branch: { is: branch.code }, id: 'member' } },
  'GET /api/branches/areas': only(...branchTenders),
  'GET /api/declarations': only(...branchTenders),
  'GET /api/declarations.xlsx': only(...branchTenders),
  'POST /api/declarations': { ...only('reporter', 'neighbour', 'code holder'), input: { estate: 'plum', kind: 'employed' } },
  'GET /api/declarations/{id}': declaration(...lookingAfter, 'neighbour'),
  'POST /api/declarations/{id}/claimArea': declaration('neighbour'),
  'POST /api/declarations/{id}/renew': ofClaim,
  'POST /api/declarations/{id}/release': ofClaim,
  'POST /api/declarations/{id}/showName': { ...declaration('neighbour'), input: { name: '小李' } },
  'POST /api/declarations/{id}/hideName': declaration('neighbour'),
  'POST /api/declarations/{id}/withdraw': declaration('neighbour'),
}
