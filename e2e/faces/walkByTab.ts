import type { Page } from 'playwright-core'

/** Past so many stops somebody goes in circles. */
const mostStops = 1500

interface Stop {
  told: string
  flaws: string[]
}

/**
 * Walks a page by Tab from its top until the focus leaves it again, as somebody without a mouse does. Gives what is wrong, a line
 * each: a stop whose focus nobody sees, what is passed over, what does not let go, what comes out of the page's order.
 */
export async function flawsByTab(page: Page): Promise<string[]> {
  await page.evaluate(begin)
  const flaws: string[] = []
  for (let stops = 0; stops < mostStops; stops++) {
    await page.keyboard.press('Tab')
    const stop = await page.evaluate(lookHere)
    if (!stop) return [...flaws, ...(await page.evaluate(passedOver))]
    flaws.push(...stop.flaws)
    if (stop.flaws.some((flaw) => flaw.startsWith('no way on'))) return flaws
  }
  return [...flaws, `no end after ${mostStops} stops`]
}

interface Walk {
  /** How everything looks that can take the focus, as long as it has not. */
  unfocused: Map<Element, string>
  last?: Element
  /** How often the focus stayed where it was: a field of a date has a stop for each of its parts. */
  stayed: number
  reached: Set<Element>
}
declare global {
  interface Window {
    walkByTab: Walk & { looks: (element: Element) => string; told: (element: Element) => string }
  }
}

/** Starts at the top of the page, and keeps how everything looks now. */
function begin(): void {
  const stops = 'a[href], button, input, select, textarea, summary, [tabindex], canvas'
  const looks = (element: Element): string => {
    const seen: string[] = []
    // What has the focus inside may show it on a box around it: a photo's button on its label.
    for (let at: Element | null = element, up = 0; at && up < 3; at = at.parentElement, up++) {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow, borderColor, backgroundColor } = getComputedStyle(at)
      const outline = outlineStyle === 'none' || outlineWidth === '0px' ? '' : `${outlineWidth} ${outlineColor}`
      seen.push([outline, boxShadow, borderColor, backgroundColor].join(';'))
    }
    return seen.join('|')
  }
  const told = (element: Element) =>
    `<${element.tagName.toLowerCase()}> ${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 40) || element.outerHTML.slice(0, 80)}`
  // The way by Tab begins at what had the focus last, even where it was taken away: now that is the page itself.
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute('tabindex')
  scrollTo(0, 0)
  const unfocused = new Map([...document.querySelectorAll(stops)].map((element) => [element, looks(element)] as const))
  window.walkByTab = { unfocused, stayed: 0, reached: new Set(), looks, told }
}

/** What is wrong with the stop where the focus is now; nothing once the focus has left the page. */
function lookHere(): Stop | undefined {
  const walk = window.walkByTab
  const { looks, told, last } = walk
  const here = document.activeElement
  if (!here || here === document.body || (here !== last && walk.reached.has(here))) return undefined
  const name = told(here)
  if (here === last) return { told: name, flaws: ++walk.stayed > 12 ? [`no way on from ${name}`] : [] }
  walk.last = here
  walk.stayed = 0
  walk.reached.add(here)
  const flaws: string[] = []
  if (looks(here) === walk.unfocused.get(here)) flaws.push(`the focus is not seen on ${name}`)
  const { left, top, right, bottom } = here.getBoundingClientRect()
  const isUncovered = [0.1, 0.5, 0.9].some((share) => {
    const found = document.elementFromPoint(left + (right - left) * share, top + (bottom - top) * share)
    return found !== null && (here.contains(found) || found.contains(here) || found.closest('label')?.contains(here))
  })
  if (!isUncovered) flaws.push(`the focus is out of sight on ${name}`)
  if (last && !(last.compareDocumentPosition(here) & Node.DOCUMENT_POSITION_FOLLOWING)) flaws.push(`out of order: ${name}`)
  return { told: name, flaws }
}

/** What could have taken the focus and was passed over. Of a group of radio buttons, one stands for all. */
function passedOver(): string[] {
  const { reached, unfocused, told } = window.walkByTab
  const groups = new Set([...reached].flatMap((element) => (element instanceof HTMLInputElement ? [element.name] : [])))
  return [...unfocused.keys()].flatMap((element) => {
    if (reached.has(element) || !(element instanceof HTMLElement) || !element.isConnected) return []
    const isRadio = element instanceof HTMLInputElement && element.type === 'radio' && groups.has(element.name)
    const isShown = element.checkVisibility({ visibilityProperty: true })
    return element.tabIndex < 0 || element.matches(':disabled') || isRadio || !isShown ? [] : [`passed over: ${told(element)}`]
  })
}
