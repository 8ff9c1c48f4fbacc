import type { Locator, Page } from 'playwright-core'

/** What a hand did on the way through a page, as the browser itself saw it. */
export interface Way {
  /** Fingers or pointers put down on anything but a field to type in. */
  taps: number
  /** Fingers or pointers put down on a field, to type into it. */
  fields: number
  /** Keys besides typing; one that is held with another counts with it. */
  keys: number
  /** Signs typed. */
  signs: number
  /** How long a person takes: what the pages took, and the hand's own pace. */
  seconds: number
  pace: Pace
}

declare global {
  interface Window {
    isWatched?: true
    handSaw?: (what: string) => void
  }
}

/** How many seconds a person takes for each: to find and tap, for a key, for a sign of their words. */
export interface Pace {
  name: string
  tap: number
  key: number
  sign: number
}
/** Somebody of 70 on a phone, who looks for every sign. */
export const slow: Pace = { name: 'slow', tap: 3, key: 3, sign: 1 }
/** Somebody who types all day, while the caller speaks. */
export const practised: Pace = { name: 'practised', tap: 1.5, key: 0.5, sign: 0.3 }

export interface Hand {
  page: Page
  tap: (what: Locator) => Promise<void>
  /** Types into a field; taps it first, unless the cursor is there already. */
  write: (field: Locator, words: string) => Promise<void>
  /** Types where the cursor is. */
  type: (words: string) => Promise<void>
  /** Taps what asks for a file, and gives it this one. */
  choose: (what: Locator, file: { name: string; mimeType: string; buffer: Buffer }) => Promise<void>
  /** Taps a list that opens, and takes one of its entries, which counts with it. */
  select: (list: Locator, value: string) => Promise<void>
  press: (key: string) => Promise<void>
  /** Counts what is done on the way. */
  walk: (way: () => Promise<void>) => Promise<Way>
}

/**
 * The hand that does all that a walk does on a page. It counts nothing itself: the browser tells of every pointer that is put down and of
 * every key, so that no tap goes uncounted, whoever made it.
 */
export async function handOn(page: Page, pace: Pace = slow): Promise<Hand> {
  let seen = { taps: 0, fields: 0, keys: 0 }
  let signs = 0
  await page.exposeBinding('handSaw', (_, what: keyof typeof seen) => {
    seen[what]++
  })
  await page.addInitScript(watch)
  await page.evaluate(watch)
  const isTouch = await page.evaluate(() => navigator.maxTouchPoints > 0)
  const tap = (what: Locator) => (isTouch ? what.tap() : what.click())
  const type = async (words: string) => {
    await page.keyboard.insertText(words)
    signs += words.length
  }
  return {
    ...{ page, tap, type },
    write: async (field, words) => {
      await field.waitFor()
      if (!(await field.evaluate((element) => element === document.activeElement))) await tap(field)
      await type(words)
    },
    choose: async (what, file) => {
      const asked = page.waitForEvent('filechooser')
      await tap(what)
      await (await asked).setFiles(file)
    },
    select: async (list, value) => {
      await tap(list)
      await list.selectOption(value)
    },
    press: (key) => page.keyboard.press(key),
    walk: async (way) => {
      seen = { taps: 0, fields: 0, keys: 0 }
      signs = 0
      const begun = Date.now()
      await way()
      // Whatever the browser still had to tell has been told once it answers.
      await page.evaluate(() => undefined)
      const { taps, fields, keys } = seen
      const own = (taps + fields) * pace.tap + keys * pace.key + signs * pace.sign
      return { ...seen, signs, pace, seconds: (Date.now() - begun) / 1000 + own }
    },
  }
}

/** In the page: tells of every pointer and key that a person, or a driver in their place, puts down. */
function watch(): void {
  if (window.isWatched) return
  window.isWatched = true
  const isField = (target: EventTarget | null) =>
    target instanceof Element && target.matches('textarea, input:not([type=radio], [type=checkbox], [type=file])')
  const held = new Set(['Control', 'Shift', 'Alt', 'Meta'])
  addEventListener(
    'pointerdown',
    ({ isTrusted, target }) => {
      if (isTrusted) window.handSaw?.(isField(target) ? 'fields' : 'taps')
    },
    true,
  )
  addEventListener(
    'keydown',
    ({ isTrusted, key }) => {
      if (isTrusted && !held.has(key)) window.handSaw?.('keys')
    },
    true,
  )
}
