import type { BrowserContextOptions, Page, ViewportSize } from 'playwright-core'
import type { Browser } from '../browser.ts'
import { follow, quiet } from '../quiet.ts'
import type { Address } from './addresses/address.ts'
import { handOf, type World } from './worlds/world.ts'

/** Where an address leads in a world, or nothing where nobody has its role or there is no such thing. */
export async function pathIn(world: World, { route, role, path }: Address): Promise<string | undefined> {
  if (role && !world.people[role]) return undefined
  return path ? await path(world) : route
}

/**
 * An empty page before whoever opens an address, signed in and with nothing kept from before: a phone's, for the console a desk's,
 * or on a screen of another size. No service worker gets in: it
 * would fetch the pages that are looked at later behind the one that is looked at now.
 */
export async function sit(
  world: World,
  browser: Browser,
  { role, route }: Pick<Address, 'role' | 'route'>,
  screen?: ViewportSize,
): Promise<Page> {
  const hand = await handOf(world, role)
  const more: BrowserContextOptions = {
    extraHTTPHeaders: world.house.headers,
    serviceWorkers: 'block',
    ...(hand && { storageState: await hand.storageState() }),
  }
  const isDesk = screen !== undefined || route.startsWith('/console')
  const context = await (isDesk ? browser.desk({ ...more, ...(screen && { viewport: screen }) }) : browser.phone(more))
  return follow(await context.newPage())
}

/** The page of an address as somebody has it once everything has come, and what is to be opened on it is open. */
export async function visit(world: World, browser: Browser, address: Address, screen?: ViewportSize): Promise<Page | undefined> {
  const path = await pathIn(world, address)
  if (path === undefined) return undefined
  const page = await sit(world, browser, address, screen)
  await page.goto(path)
  await quiet(page)
  if (address.opens) {
    await address.opens(page)
    await quiet(page)
  }
  return page
}
