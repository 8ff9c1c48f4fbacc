import type { Page } from 'playwright-core'
import type { Doors } from '../../doors.ts'
import { send } from '../../people.ts'
import { reported } from '../walks/street.ts'

/** What lies before a community secretary whose community has no grid worker. */
export interface Street {
  /** Reported, to be accepted. */
  new: readonly [string, string, string, string]
  /** Dispatched to the community, to be received. */
  sent: readonly [string, string]
}

const byTheRiver = { point: { longitude: 119.03, latitude: 36.005, system: 'wgs84' } }

export async function lay(doors: Doors, secretary: Page): Promise<Street> {
  const one = async (words: string) => (await reported(doors, 'property.corridorClutter', words, byTheRiver)).id
  const given = async (words: string) => {
    const id = await one(words)
    await send(secretary, `/api/cases/${id}/accept`, {})
    await send(secretary, `/api/cases/${id}/dispatch`, { lead: 'river' })
    return id
  }
  return {
    new: [await one('门口堆了纸箱'), await one('楼道里有旧沙发'), await one('消防门前停了车'), await one('地下室堆满了')],
    sent: [await given('楼顶堆了建材'), await given('走廊尽头堆了花盆')],
  }
}

/** What the dispatcher does meanwhile: takes a case that waits to be accepted, and one that waits to be received, to others. */
export async function meanwhile(dispatcher: Page, { new: [, , , last], sent: [, second] }: Street): Promise<void> {
  await send(dispatcher, `/api/cases/${last}/dispatch`, { lead: 'urban' })
  await send(dispatcher, `/api/cases/${second}/transfer`, { lead: 'urban', words: '占用消防通道，由执法局办' })
}
