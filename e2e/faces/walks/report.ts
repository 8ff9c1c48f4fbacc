import type { Doors } from '../../doors.ts'
import { inPlum, narrow, sit } from '../../people.ts'
import type { Figure } from '../figures.ts'
import { handOn } from './hand.ts'
import { tellWay } from './told.ts'

const phones = {
  'a report, on a phone 390 points wide': {},
  'a report, at 24 points of type on a phone 360 points wide': {
    ...narrow,
    preferences: { type: 'large', language: 'zh', scheme: 'light' },
  },
}

/** Somebody without an account reports a lamp from where they stand. */
export async function reports(doors: Doors, tell: (figure: Figure) => void): Promise<void> {
  for (const [what, phone] of Object.entries(phones)) {
    const page = await sit(doors, 'phone', { ...inPlum, ...phone })
    const { tap, write, walk } = await handOn(page)
    await page.goto('/')
    const way = await walk(async () => {
      await tap(page.getByRole('link', { name: '报单' }).first())
      await write(page.getByLabel('用自己的话说就行'), '3号楼东边的路灯不亮，晚上很黑')
      await tap(page.getByRole('button', { name: '下一步' }))
      await tap(page.getByRole('button', { name: '就在我现在的位置' }))
      await page.getByText('换一类').waitFor()
      await tap(page.getByRole('button', { name: '送出' }))
      await page.getByTestId('number').waitFor()
    })
    tellWay(tell, what, way, { taps: 6, seconds: 60 })
    await page.context().close()
  }
}
