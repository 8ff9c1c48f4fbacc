import assert from 'node:assert/strict'
import { suite, test } from 'node:test'
import type { Page } from 'playwright-core'
import { openDoors } from './doors.ts'
import { letIn, sit, without } from './people.ts'
import { plant } from './plant.ts'

suite('rooms of the desk', { skip: without }, () => {
  const doors = openDoors()

  const open = async (name: string, address: string): Promise<Page> => {
    const page = await sit(doors, 'desk')
    await letIn(page, doors.house, name)
    await page.goto(address)
    return page
  }

  test('what is wrong in a register’s entry is said beside its fields, in their own words, and the cursor goes to the first', async () => {
    const page = await open('admin', '/console/stations')
    await plant(page, 'plum', '梅园近邻驿站')
    await page.goto('/console/stations/plum')
    await page.getByLabel('经度').fill('200')
    await page.getByLabel('开门').fill('25:99')
    await page.getByRole('button', { name: '保存' }).click()
    await page.getByText('请改好标出的：经度、开门').waitFor()
    await page.getByText('最大 138').waitFor()
    await page.getByText('格式不对，请写成 08:30').waitFor()
    for (const label of ['经度', '开门'])
      assert.equal(await page.locator('input').and(page.getByLabel(label)).getAttribute('aria-invalid'), 'true')
    assert.ok(
      await page
        .locator('input')
        .and(page.getByLabel('经度'))
        .evaluate((field) => field === document.activeElement),
    )
    assert.equal(await page.getByText('entry.').count(), 0)
  })
})
