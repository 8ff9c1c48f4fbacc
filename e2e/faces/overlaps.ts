import type { Page } from 'playwright-core'

/** What one cannot touch on the page that is shown because something else lies over it, a line each, as far as its middle tells. */
export const overlaps = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const named = (element: Element) => `<${element.tagName.toLowerCase()}> ${element.textContent?.trim().slice(0, 30)}`
    const were = [...document.querySelectorAll('*')].map((element) => [element, element.scrollLeft, element.scrollTop] as const)
    const found = [
      ...document.querySelectorAll<HTMLElement>('main :is(a, button, input, select, textarea, summary, h1, h2)'),
    ].flatMap((element) => {
      if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.unseen, .map')) return []
      element.scrollIntoView({ block: 'center' })
      const { left, top, width, height } = element.getBoundingClientRect()
      const over = document.elementFromPoint(left + width / 2, top + height / 2)
      const isFree = !over || over.contains(element) || element.contains(over) || over.closest('label')?.contains(element)
      return isFree ? [] : [`${named(over)} lies over ${named(element)}`]
    })
    for (const [element, left, top] of were) element.scrollTo(left, top)
    return found
  })
