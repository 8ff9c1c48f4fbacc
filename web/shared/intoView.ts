/**
 * For the link of where one is, in a list of links that scrolls by itself: brings it into sight there, sideways on a phone, and leaves
 * the page where it is.
 */
export const intoView = (link: HTMLElement | null): void => {
  const list = link?.parentElement
  if (!link || !list) return
  const [at, within] = [link.getBoundingClientRect(), list.getBoundingClientRect()]
  const isSeen = at.top >= within.top && at.bottom <= within.bottom
  list.scrollBy({
    left: at.left + at.width / 2 - within.left - within.width / 2,
    top: isSeen ? 0 : at.top + at.height / 2 - within.top - within.height / 2,
  })
}
