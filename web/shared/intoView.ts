/**
 * For the link of where one is, in a row of links that scrolls sideways on a phone: brings it into sight. What a ref gives back is
 * called when it goes: nothing must come back from this, and newer browsers give a promise.
 */
export const intoView = (link: HTMLElement | null): void => {
  link?.scrollIntoView({ block: 'nearest', inline: 'center' })
}
