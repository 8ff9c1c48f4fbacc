import type { Doors } from '../../doors.ts'
import { signIn, sit } from '../../people.ts'
import type { Figure } from '../figures.ts'
import { handOn, practised } from './hand.ts'
import { tellWay } from './told.ts'

/** The callers' desk files what somebody tells on the telephone, by keys alone. */
export async function callersDesk(doors: Doors, tell: (figure: Figure) => void): Promise<void> {
  const page = await sit(doors, 'desk')
  const { press, type, walk } = await handOn(page, practised)
  await signIn(page, doors.house, 'caller')
  await page.goto('/console/intake')
  await page.getByRole('heading', { name: '来电来访登记' }).waitFor()
  const way = await walk(async () => {
    await type('13800007777')
    await press('Tab')
    await type('刘敏')
    await press('Tab')
    await type('小区北门的路灯不亮，晚上看不见路，老人怕摔')
    await press('Tab')
    await type('梅园')
    await press('Enter')
    await page.getByRole('button', { name: '3号楼' }).waitFor()
    await type('3')
    await press('Enter')
    await page.getByText('梅园小区3号楼', { exact: true }).waitFor()
    await type('北门岗亭旁')
    await page.getByText('换一类').waitFor()
    await press('Control+Enter')
    await page.getByText('已登记，编号').waitFor()
  })
  tellWay(tell, 'the callers’ desk files for somebody on the telephone', way, { taps: 0, seconds: 60 })
}
