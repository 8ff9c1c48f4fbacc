import type { BrowserContextOptions, Page } from 'playwright-core'
import { throughDoors } from '../doors.ts'
import { signIn, sit } from '../people.ts'
import type { Part } from './figures.ts'
import { arrivedOf, photosArrived } from './offline/arrived.ts'
import { goOn, shiftOn } from './offline/shift.ts'
import { lay, meanwhile, type Street } from './offline/street.ts'

/** A phone in the other community that keeps the pages themselves. */
const byTheRiver = {
  geolocation: { longitude: 119.03, latitude: 36.005 },
  permissions: ['geolocation'],
  serviceWorkers: 'allow',
} satisfies BrowserContextOptions
/** How many actions of the shift meet what somebody else did meanwhile, and how many photos it takes. */
const [conflicts, photos] = [2, 3]

/** A shift without a network, and the way back: nothing is lost, nothing done twice, and each conflict is asked about. */
export const part: Part = (tell) =>
  throughDoors(async (doors) => {
    const secretary = await sit(doors, 'phone', byTheRiver)
    const dispatcher = await sit(doors, 'desk')
    await signIn(secretary, doors.house, 'eastSecretary')
    await signIn(dispatcher, doors.house, 'dispatcher')
    await secretary.goto('/help')
    const street = await lay(doors, secretary)
    await keepShift(secretary, street)
    await secretary.context().setOffline(true)
    await goOn(secretary, street)
    const actions = shiftOn(street).length
    await meanwhile(dispatcher, street)
    await secretary.context().setOffline(false)
    await secretary.evaluate(() => dispatchEvent(new Event('online')))
    const asked = await askedAbout(secretary)

    const arrived = await arrivedOf(dispatcher, street)
    const missing = arrived.filter(({ times }) => times === 0).length
    const what = 'a shift without a network'
    tell({ what, measured: actions, unit: 'actions done' })
    tell({ what, measured: Math.abs(missing - asked), budget: 0, unit: 'actions lost, or asked about though they arrived' })
    tell({ what, measured: Math.abs(photos - (await photosArrived(dispatcher, street))), budget: 0, unit: 'photos lost' })
    tell({ what, measured: arrived.filter(({ times }) => times > 1).length, budget: 0, unit: 'actions done twice' })
    tell({ what, measured: Math.abs(conflicts - asked), budget: 0, unit: `conflicts of ${conflicts} not asked about` })
  })

/** The queue comes onto the phone with all that lies in hand, as it does whenever somebody opens it. */
async function keepShift(page: Page, { new: waiting, sent }: Street): Promise<void> {
  const kept = [...waiting, ...sent].map((id) => page.waitForResponse(`**/api/cases/${id}/events`))
  await page.goto('/work/queue')
  await Promise.all(kept)
  await page.evaluate(async () => void (await navigator.serviceWorker.ready))
  await page.waitForTimeout(500)
}

/** How many of what waited the phone asks about, once everything else has gone. */
async function askedAbout(page: Page): Promise<number> {
  await page.goto('/unsent')
  await page.waitForFunction(() => {
    const all = [...document.querySelectorAll('main article.card')]
    return all.length > 0 && all.every((card) => card.querySelector('[role=alert]'))
  })
  return page.locator('main article.card [role=alert]').count()
}
