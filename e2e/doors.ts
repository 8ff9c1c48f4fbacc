import { after, afterEach, before } from 'node:test'
import { type Browser, openBrowser } from './browser.ts'
import { type OpenHouse, type OwnHouse, openHouse } from './openHouse.ts'

/** A house with a browser before it. */
export interface Doors {
  house: OpenHouse
  browser: Browser
}

/** The same, of a house whose rounds can be made. */
export interface OwnDoors extends Doors {
  house: OwnHouse
}

/** Opens a house and a browser for as long as some work takes, and closes both after it. */
export async function throughDoors(
  work: (doors: Doors) => Promise<void>,
  ...settled: Parameters<typeof openHouse>
): Promise<void> {
  const house = await openHouse(...settled)
  const browser = await openBrowser(house.address)
  try {
    await work({ house, browser })
  } finally {
    await browser.close()
    await house.close()
  }
}

/**
 * Opens a house and a browser before the tests of a suite, and closes the house after them; what a test opened in the browser is
 * closed with it. Filled in once the first test runs.
 */
export function openDoors(...settled: Parameters<typeof openHouse>): OwnDoors {
  const doors: Partial<OwnDoors> = {}
  before(async () => {
    doors.house = await openHouse(...settled)
    doors.browser = await openBrowser(doors.house.address)
  })
  // A page that is left open goes on listening to the house, and to the clock.
  afterEach(() => doors.browser?.close())
  after(() => doors.house?.close())
  const opened = <Part>(part: Part | undefined): Part => {
    if (part === undefined) throw new Error('the doors open before the first test, not while tests are listed')
    return part
  }
  return {
    get house() {
      return opened(doors.house)
    },
    get browser() {
      return opened(doors.browser)
    },
  }
}
