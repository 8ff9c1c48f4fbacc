import type { Person } from '../matrix/cast.ts'
import type { Fuzzed } from './request.ts'

/** A request that was once answered as it should not be. */
interface Found {
  /** What went wrong then. */
  once: string
  /** The operation that it is sent to. */
  route: string
  by: Person
  request: Fuzzed
}

const get = (url: string): Fuzzed => ({ method: 'GET', url, headers: {} })
const post = (url: string, payload: string): Fuzzed => ({
  ...{ method: 'POST', url, payload },
  headers: { 'content-type': 'application/json', 'idempotency-key': 'once found by chance' },
})
const deep = `{"words":"x","place":${'['.repeat(50_000)}${']'.repeat(50_000)}}`

/** What the fuzz found, as it was sent: seeds would draw something else as soon as an operation comes or goes. Each is to be refused. */
export const found: readonly Found[] = [
  {
    once: 'a null character broke the sheet of cases off, after it had begun to be sent',
    ...{ route: 'GET /api/cases/export.xlsx', by: 'steward', request: get('/api/cases/export.xlsx?category=%00') },
  },
  {
    once: 'and of visits that are due',
    ...{ route: 'GET /api/visits/duties.xlsx', by: 'communitySecretary', request: get('/api/visits/duties.xlsx?text=%00') },
  },
  {
    once: 'an address too long for any route was answered in another form than all else',
    ...{ route: 'GET /api/cases/{id}', by: 'gridWorker', request: get(`/api/cases/${'x'.repeat(100_000)}`) },
  },
  {
    once: 'a list 50,000 levels deep was a fault of ours',
    ...{ route: 'POST /api/cases', by: 'stranger', request: post('/api/cases', deep) },
  },
  {
    once: 'a limit of a kind that there is not was a fault of ours',
    route: 'PUT /api/registers/categories/{key}',
    by: 'systemAdmin',
    request: {
      ...post(
        '/api/registers/categories/neighbours.dispute',
        '{"entry":{"code":"neighbours.dispute","limits":{"byKind":{"toString":{"accept":1}}}},"version":1}',
      ),
      method: 'PUT',
    },
  },
]
