import type { Doors } from '../../doors.ts'
import { send, signIn, sit } from '../../people.ts'
import type { Figure } from '../figures.ts'
import { handOn } from './hand.ts'
import { reported } from './street.ts'
import { tellWay } from './told.ts'

/** What a resident does with a report of theirs, from its page: reminds, and rates it once it is answered. */
export async function resident(doors: Doors, tell: (figure: Figure) => void): Promise<void> {
  const { resident: page, id } = await reported(doors, 'services.policy', '老年证怎么办，要带什么')
  const { tap, walk } = await handOn(page)
  await page.goto(`/case/${id}`)
  const reminds = await walk(async () => {
    await tap(page.locator('.thumb').getByRole('button', { name: '催一下' }))
    await page.getByText('催一下：好了').waitFor()
  })
  tellWay(tell, 'a resident reminds, from the report’s page', reminds, { taps: 1 })

  const worker = await sit(doors, 'phone')
  await signIn(worker, doors.house, 'wangMin')
  await send(worker, `/api/cases/${id}/accept`, {})
  await send(worker, `/api/cases/${id}/answer`, { done: '带身份证和一张照片，到社区一楼窗口，当场办好' })
  const rates = await walk(async () => {
    await tap(page.getByRole('button', { name: '解决了', exact: true }))
    await tap(page.getByRole('button', { name: '非常满意' }))
    await page.locator('.chip', { hasText: '已归档' }).first().waitFor()
  })
  tellWay(tell, 'a resident rates, from the report’s page', rates, { taps: 2 })
}
