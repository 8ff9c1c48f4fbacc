import { readFileSync, writeFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const file = new URL('drawn.json', import.meta.url)

/** What each picture showed when it was drawn: the words of its headings, fields and buttons. */
export const drawnPrints = (): Record<string, string[]> => JSON.parse(readFileSync(file, 'utf8'))
export const keepPrints = (prints: Record<string, string[]>): void =>
  writeFileSync(file, `${JSON.stringify(prints, undefined, 2)}\n`)

/** The words of a page by which a picture of it grows old. Numbers and times are left out: they are others every day. */
export const printOf = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isTimely = (text: string) => /\d|今天|明天|昨天|周|小时|分钟|刚刚/.test(text)
    const told = [...document.querySelectorAll<HTMLElement>('h1, h2, label, legend, main button, summary, nav a')]
      .filter((element) => element.offsetParent !== null)
      .map((element) => element.textContent?.trim() ?? '')
    return [...new Set(told.filter((text) => text !== '' && !isTimely(text)))]
  })
