import type { Page } from 'playwright-core'

/**
 * What is cut off on the page that is shown: words wider than what they stand in, or beyond the edge of the screen. One line each.
 * `told` lets pass what is shortened and says so by an ellipsis, and
 * whatever stands in something that scrolls by itself.
 */
export const cutOff = (page: Page, told = false): Promise<string[]> =>
  page.evaluate((mayBeTold) => {
    const named = (element: Element) => `${element.tagName} ${element.className} ${element.textContent?.trim().slice(0, 30)}`
    // Lists that scroll by themselves, and what only a screen reader reads, are cut off on purpose.
    const isMeant = (element: Element) =>
      element.closest('.unseen, .tabs, .rows, .map, svg, .begun') !== null || (mayBeTold && scrolls(element))
    const scrolls = (element: Element): boolean =>
      element !== document.body &&
      (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement ?? document.body))
    const hasWords = (element: Element) => [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim())
    // A phone makes its page as wide as what overflows it: only the screen stays as wide as it is.
    const edge = screen.width + 1
    return [...document.querySelectorAll('body *')].flatMap((element) => {
      if (isMeant(element) || !(element instanceof HTMLElement) || element.offsetParent === null) return []
      if (!hasWords(element)) return []
      const { left, right } = element.getBoundingClientRect()
      if (right > edge || left < -1) return [`beyond the edge: ${named(element)}`]
      const { display, textOverflow } = getComputedStyle(element)
      if (mayBeTold && textOverflow === 'ellipsis') return []
      return display !== 'inline' && element.scrollWidth > element.clientWidth + 1
        ? [`too wide for its box: ${named(element)}`]
        : []
    })
  }, told)

/** Buttons and links that are lower than so many points, by what they say. */
export const tooLow = (page: Page, selector: string, points: number): Promise<string[]> =>
  page.evaluate(
    ([where, least]) =>
      [...document.querySelectorAll<HTMLElement>(where)]
        .filter((element) => element.offsetParent !== null && element.getBoundingClientRect().height < least - 0.5)
        .map((element) => `${element.textContent?.trim()} ${element.getBoundingClientRect().height}`),
    [selector, points] as const,
  )
