import { telltaleJpeg } from '#testing/telltale.ts'
import { admin, everybody, only, type Row, workers } from '../row.ts'

const webhook: Row = { ...admin, at: { id: 'webhook', delivery: { is: '1' } } }

/** Who may, of the house itself: its state, its brief and figures, webhooks. */
// biome-ignore format: a row a route, to be read as a table
export const expected: Readonly<Record<string, Row>> = {
  'GET /healthz': everybody,
  'GET /livez': everybody,
  'GET /readyz': everybody,
  'GET /api/registers': everybody,
  'POST /api/files': { ...everybody, fileFor: () => telltaleJpeg() },
  'GET /api/webhooks': admin,
  'POST /api/webhooks': { ...admin, input: { name: '热线', address: 'https://example.org/hook' } },
  'PATCH /api/webhooks/{id}': webhook,
  'DELETE /api/webhooks/{id}': webhook,
  'POST /api/webhooks/{id}/ping': webhook,
  'GET /api/webhooks/{id}/deliveries': webhook,
  'POST /api/webhooks/{id}/deliveries/{delivery}/again': { ...webhook, at: { id: 'webhook', delivery: 'delivery' } },
  'GET /api/start': admin,
  'GET /api/brief': only(...workers),
  'GET /api/metrics': only(...workers),
  'GET /api/metrics/highlights': only(...workers),
  'GET /api/metrics/{name}': { ...only(...workers), at: { name: { is: 'received' } } },
  'GET /api/reports/monthly': only(...workers),
  'GET /api/reports/monthly.xlsx': only(...workers),
}
