import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import type { BrowserContextOptions, Page } from 'playwright-core'
import type { Doors } from './doors.ts'
import type { OpenHouse } from './openHouse.ts'

/** Why the tests of a suite cannot run here, or false where they can. */
export const without = existsSync('/usr/bin/chromium') ? false : 'needs Chromium at /usr/bin/chromium: apt-get install chromium'

/** A phone that stands in 梅园小区 and says so. */
export const inPlum = {
  geolocation: { longitude: 119.005, latitude: 36.005 },
  permissions: ['geolocation'],
} satisfies BrowserContextOptions

/** A phone 360 points wide, as the cheap ones are. */
export const narrow = { viewport: { width: 360, height: 740 } } satisfies BrowserContextOptions

interface Seat extends BrowserContextOptions {
  /** What the person set on this device: type, language, scheme. */
  preferences?: object
}

/** Somebody of the district at a phone or desk of their own. */
export async function sit({ house, browser }: Doors, at: 'phone' | 'desk', { preferences, ...more }: Seat = {}): Promise<Page> {
  const context = await browser[at]({ extraHTTPHeaders: house.headers, ...more })
  if (preferences)
    await context.addInitScript((kept) => localStorage.setItem('linli.preferences', kept), JSON.stringify(preferences))
  return context.newPage()
}

/** Sends a command for whoever sits at a page, without the page, and gives what it is about: what a story begins with. */
export async function send(page: Page, path: string, data: object): Promise<string> {
  const reply = await page.request.post(path, { data, headers: { 'idempotency-key': randomUUID() } })
  if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`)
  return JSON.parse(await reply.text()).id
}

/** Types a name and a password at the staff's door, and presses the button. */
export async function knock(page: Page, account: string, password: string): Promise<void> {
  await page.goto('/work')
  await page.getByLabel('账号').fill(account)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录', exact: true }).click()
}

/** Lets somebody of the neighbourhood in without the door, for what is not about signing in. The page shows nothing yet. */
export async function letIn(page: Page, { district, password }: OpenHouse, name: string): Promise<void> {
  const reply = await page.request.post('/api/session', { data: { account: `${name}.${district}`, password } })
  if (!reply.ok()) throw new Error(`${name} was not let in: ${await reply.text()}`)
}

/** A page of the desk, as one of staff has it open. */
export async function openAtDesk(doors: Doors, name: string, address: string): Promise<Page> {
  const page = await sit(doors, 'desk')
  await letIn(page, doors.house, name)
  await page.goto(address)
  return page
}

/** The same; the page then shows their queue. */
export async function signIn(page: Page, house: OpenHouse, name: string): Promise<void> {
  await letIn(page, house, name)
  await page.goto('/work/queue')
  await page.getByRole('heading', { name: '待办' }).waitFor()
}

/** Signs a resident in by their telephone, without the page. */
export async function asResident(page: Page, { cameTo }: OpenHouse, phone: string): Promise<void> {
  for (const [path, data] of [
    ['phone-code', () => ({ phone })],
    ['phone', () => ({ phone, code: cameTo(phone) })],
  ] as const) {
    const reply = await page.request.post(`/api/session/${path}`, { data: data() })
    if (!reply.ok()) throw new Error(`${path}: ${await reply.text()}`)
  }
}

/** Reports something from the code on a door as some neighbour's phone does, without its pages: for what begins only afterwards. */
export async function report({ address, headers }: OpenHouse, words: string): Promise<{ id: string; number: string }> {
  const phone = { 'linli-device': `phone of a neighbour ${randomUUID()}`, 'idempotency-key': randomUUID() }
  const reply = await fetch(`${address}/api/cases`, {
    method: 'POST',
    headers: { ...headers, ...phone, 'content-type': 'application/json' },
    body: JSON.stringify({ words, place: { code: 'plum-3' } }),
  })
  if (!reply.ok) throw new Error(await reply.text())
  const { id, view } = await reply.json()
  return { id, number: view.item.number }
}

/** Reports something from the code on a door with its pages, and gives its number. */
export async function reportAtDoor(page: Page, words: string): Promise<string> {
  await page.goto('/r/plum-3')
  await page.getByText('梅园小区3号楼').waitFor()
  await page.getByLabel('用自己的话说就行').fill(words)
  await page.getByRole('button', { name: '下一步' }).tap()
  await page.getByText('换一类').waitFor()
  await page.getByRole('button', { name: '送出' }).tap()
  return (await page.getByTestId('number').textContent()) ?? ''
}
