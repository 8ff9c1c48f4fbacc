import type { Doors } from '../../doors.ts'
import { send, signIn, sit } from '../../people.ts'
import type { Figure } from '../figures.ts'
import { handOn, practised } from './hand.ts'
import { reported } from './street.ts'
import { tellWay } from './told.ts'

/** A clerk at a desk opens the first case of the list, receives it and goes to the next, and never touches the mouse. */
export async function department(doors: Doors, tell: (figure: Figure) => void): Promise<void> {
  const worker = await sit(doors, 'phone')
  await signIn(worker, doors.house, 'wangMin')
  for (const words of ['路灯不亮', '路灯一闪一闪的', '灯杆歪了']) {
    const { id } = await reported(doors, 'municipal.streetLamp', words)
    await send(worker, `/api/cases/${id}/accept`, {})
    await send(worker, `/api/cases/${id}/dispatch`, { lead: 'urban' })
  }
  const page = await sit(doors, 'desk')
  const { press, walk } = await handOn(page, practised)
  await signIn(page, doors.house, 'lamps')
  for (const [what, list, open] of [
    ['a department opens a case of its queue, receives it, and goes to the next', '/work/queue', 'main'],
    ['and the same beside the table', '/console/cases?state=dispatched', '.beside'],
  ] as const) {
    await page.goto(list)
    await page.locator('.chip', { hasText: '待接单' }).nth(1).waitFor()
    const way = await walk(async () => {
      await press('j')
      await press('Enter')
      const shown = page.locator(open)
      await shown.getByRole('button', { name: '接单', exact: true }).waitFor()
      await press('a')
      await shown.getByText('接单：好了').waitFor()
      await press('j')
      await shown.getByRole('button', { name: '接单', exact: true }).waitFor()
    })
    tellWay(tell, what, way, { keys: 4, taps: 0 })
  }
}
