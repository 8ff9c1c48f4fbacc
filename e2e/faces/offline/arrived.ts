import type { Page } from 'playwright-core'
import { staff } from '#testing/neighbourhood.ts'
import { type Action, seenOnPatrol, shiftOn } from './shift.ts'
import type { Street } from './street.ts'

/** How often each action of the shift is in the records of the cases, as a dispatcher reads them. */
export const arrivedOf = (dispatcher: Page, street: Street): Promise<(Action & { times: number })[]> =>
  Promise.all(
    shiftOn(street).map(async (action) => {
      if (action.id === undefined) return { ...action, times: await reportsThere(dispatcher) }
      const all: { command: string; by: { name: string } }[] = await told(dispatcher, `/api/cases/${action.id}/events`)
      const own = all.filter(({ command, by }) => command === action.command && by.name === staff.eastSecretary.name)
      return { ...action, times: own.length }
    }),
  )

/** How many photos stand beside what was done on the shift. */
export async function photosArrived(dispatcher: Page, { new: [first, second], sent: [given] }: Street): Promise<number> {
  const views: { item: { resolution?: { photos: string[] } } }[] = await Promise.all(
    [first, second, given].map((id) => told(dispatcher, `/api/cases/${id}`)),
  )
  return views.reduce((sum, { item }) => sum + (item.resolution?.photos.length ?? 0), 0)
}

async function reportsThere(dispatcher: Page): Promise<number> {
  const asked = new URLSearchParams({ scope: 'all', q: seenOnPatrol, limit: '20' })
  return (await told(dispatcher, `/api/cases?${asked}`)).rows.length
}

async function told(page: Page, path: string) {
  return JSON.parse(await (await page.request.get(path)).text())
}
