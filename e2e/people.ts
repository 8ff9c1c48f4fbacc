import { existsSync } from 'node:fs'
import type { Page } from 'playwright-core'
import type { OpenHouse } from './openHouse.ts'

/** Why the tests of a suite cannot run here, or false where they can. */
export const without = existsSync('/usr/bin/chromium') ? false : 'needs Chromium at /usr/bin/chromium: apt-get install chromium'

/** Types a name and a password at the staff's door, and presses the button. */
export async function knock(page: Page, account: string, password: string): Promise<void> {
  await page.goto('/work')
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** Signs somebody of the neighbourhood in; the page then shows their queue. */
export async function signIn(page: Page, { district, password }: OpenHouse, name: string): Promise<void> {
  await knock(page, `${name}.${district}`, password)
  await page.getByRole('heading', { name: '待办' }).waitFor()
}

/** Reports something from the code on a door, and gives its number. */
export async function reportAtDoor(page: Page, words: string): Promise<string> {
  await page.goto('/r/plum-3')
  await page.getByText('梅园小区3号楼').waitFor()
  await page.getByLabel('用自己的话说就行').fill(words)
  await page.getByRole('button', { name: '下一步' }).tap()
  await page.getByText('换一类').waitFor()
  await page.getByRole('button', { name: '送出' }).tap()
  return (await page.getByTestId('number').textContent()) ?? ''
}
