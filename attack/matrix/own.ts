import { everybodysPassword } from '#testing/neighbourhood.ts'
import { staffNames } from './cast.ts'
import { anyoneSignedIn, everybody, only, type Row } from './row.ts'

const ofResidents = only('reporter', 'neighbour', 'code holder')
/** Of an account with a password: to others it is as if they were not signed in. */
const ofStaff: Row = { may: staffNames, told: 401 }

/**
 * Operations that are about whoever asks: their session, their notices, what is known of them. No id of another's goes in but that of a
 * session, which is looked for among one's own. In this order: what ends a session or a person comes last.
 */
export const own: Readonly<Record<string, Row>> = {
  'GET /api/live': anyoneSignedIn,
  'GET /api/notices': anyoneSignedIn,
  'POST /api/notices/read': anyoneSignedIn,
  'GET /api/looks': anyoneSignedIn,
  'GET /api/session': everybody,
  'GET /api/sessions': anyoneSignedIn,
  'DELETE /api/sessions/{id}': { may: ['steward'], seen: [], at: { id: 'session of a steward' } },
  'POST /api/session/post': {
    ...only(...staffNames),
    inputFor: async ({ person }) => ({ post: `p-cast-${person.replaceAll(' ', '-')}` }),
  },
  'GET /api/me/data.zip': ofResidents,
  'GET /api/declarations/mine': anyoneSignedIn,
  'POST /api/session/second-factor': { ...ofStaff, input: { password: everybodysPassword } },
  'POST /api/session/second-factor/confirm': { may: [], told: 401, input: { code: '000000' } },
  'DELETE /api/session': { ...everybody, anew: true },
  'POST /api/session/password': { ...ofStaff, input: { old: everybodysPassword, password: 'Wanjia-denghuo-2026' } },
  'POST /api/me/erase': ofResidents,
}
