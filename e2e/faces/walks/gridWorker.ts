import type { Doors } from '../../doors.ts'
import { inPlum, send, signIn, sit } from '../../people.ts'
import type { Figure } from '../figures.ts'
import { handOn } from './hand.ts'
import { photo, reported } from './street.ts'
import { tellWay } from './told.ts'

/** A grid worker's shift on a phone: takes a case, gives one to a department, ends one on the spot, reports what nobody had. */
export async function gridWorker(doors: Doors, tell: (figure: Figure) => void): Promise<void> {
  const [taken, lamp, wires] = [
    await reported(doors, 'neighbours.dispute', '楼上漏水，墙都湿了'),
    await reported(doors, 'municipal.streetLamp', '路灯不亮，晚上很黑'),
    await reported(doors, 'neighbours.dispute', '楼道里堆了很多东西'),
  ]
  const page = await sit(doors, 'phone', inPlum)
  const { tap, write, choose, walk } = await handOn(page)
  await signIn(page, doors.house, 'wangMin')
  for (const { id } of [lamp, wires]) await send(page, `/api/cases/${id}/accept`, {})
  await page.goto('/work/queue')
  const card = (id: string) => page.locator('.card').filter({ has: page.locator(`a[href^="/case/${id}"]`) })
  const accepts = await walk(async () => {
    await tap(card(taken.id).getByRole('button', { name: '承单' }))
    await page.getByText('已承接').waitFor()
  })
  tellWay(tell, 'a grid worker accepts, from the queue', accepts, { taps: 1 })

  await page.goto('/work/queue?tab=hand')
  const dispatches = await walk(async () => {
    await tap(card(lamp.id).getByRole('link').first())
    await tap(page.getByRole('button', { name: '派单', exact: true }))
    await page.locator('form').getByText('区综合行政执法局').waitFor()
    await tap(page.locator('form').getByRole('button', { name: '派单', exact: true }))
    await page.getByText('派单：好了').waitFor()
  })
  tellWay(tell, 'dispatches to the suggested department, from the queue', dispatches, { taps: 3 })

  await page.goto('/work/queue?tab=hand')
  const after = await photo()
  const solves = await walk(async () => {
    await tap(card(wires.id).getByRole('link', { name: '自处置' }))
    const form = page.locator('form')
    await tap(form.getByText('已解决', { exact: true }))
    await write(form.getByLabel('做了什么'), '和住户一起搬走了')
    await choose(form.getByText('拍照'), after)
    await page.getByAltText('第 1 张照片').waitFor()
    await tap(form.getByRole('button', { name: '自处置' }))
    await page.getByText('自处置：好了').waitFor()
  })
  tellWay(tell, 'solves on the spot with a photo, from the queue (taking it counts one)', solves, { taps: 4 })

  await page.goto('/work/queue')
  const patrols = await walk(async () => {
    await tap(page.getByRole('link', { name: '巡查上报' }))
    await write(page.getByLabel('写清是什么、在哪儿'), '井盖松动，有人踩到会翻')
    await page.getByText('地点：').waitFor()
    await tap(page.getByRole('button', { name: '下一步' }))
    await page.getByText('换一类').waitFor()
    await tap(page.getByRole('button', { name: '送出' }))
    await page.getByTestId('number').waitFor()
  })
  tellWay(tell, 'reports what was seen on patrol, from the queue', patrols, { taps: 3, seconds: 60 })
  await page.context().close()
}
