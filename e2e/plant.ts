import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'

/** Registers a station for whoever sits at a page, without the page. */
export async function plant(page: Page, code: string, name: string, more: object = {}): Promise<void> {
  const entry = {
    ...{ code, name, kind: 'neighbour', community: 'garden', address: '梅园物业楼一层', longitude: 119.005, latitude: 36.005 },
    ...{
      host: { kind: 'propertyOffice', name: '万家物业' },
      keeper: 'property-1',
      services: [],
      facilities: [],
      openedOn: '2025-05-01',
    },
    hours: { weekly: [{ days: [1, 2, 3, 4, 5], opens: '08:30', closes: '17:30' }], exceptions: [] },
    ...more,
  }
  const reply = await page.request.put(`/api/registers/stations/${code}`, {
    data: { entry, version: 0 },
    headers: { 'idempotency-key': randomUUID() },
  })
  if (!reply.ok()) throw new Error(`${code}: ${await reply.text()}`)
}
