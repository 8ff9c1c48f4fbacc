import { type Person, residents } from '../cast.ts'
import { admin, admins, only, type Row, staff } from '../row.ts'

const security = only('securityAdmin')
const account: Row = { ...admin, at: { id: 'account' } }
const post: Row = { ...admin, at: { id: 'post' } }
const roster = { from: '2026-03-03T00:00:00+08:00', to: '2026-03-04T00:00:00+08:00' }
const audits: Row = { ...only('auditAdmin'), at: { of: { is: 'person' } } }
/** Who looks at nobody's account, and is told so rather than that there is none. */
function residentsAndNobody(): readonly Person[] {
  return ['nobody', ...residents.filter((one) => one !== 'stranger')]
}

/** Who may, of people, posts and looks. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /api/looks/audit': audits,
  'GET /api/looks/audit/sums': audits,
  'GET /api/looks/audit.xlsx': audits,
  'GET /api/people': only(...staff),
  'POST /api/people': admin,
  'GET /api/people/sheet.xlsx': admin,
  'POST /api/people/sheet': { ...admin, fileFor: async () => Buffer.from('姓名,电话或账号,岗位,单位或网格\n新人甲,13600001111,网格员,g-plum') },
  'GET /api/people/{id}': { may: admins, seen: residentsAndNobody(), at: { id: 'account' } },
  'PATCH /api/people/{id}': account,
  'POST /api/people/{id}/password': account,
  'GET /api/people/{id}/sessions': { ...security, at: { id: 'account' } },
  'DELETE /api/people/{id}/sessions': { ...security, at: { id: 'account' } },
  'POST /api/people/{id}/second-factor/reset': { ...security, at: { id: 'account with a second factor' }, input: { reason: '手机丢失' } },
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
  'PUT /api/second-factor': { ...security, input: { roles: [] } },
  'GET /api/idle-ends': only('securityAdmin', 'auditAdmin'),
  'PUT /api/idle-ends': { ...security, input: { ends: [] } },
}
