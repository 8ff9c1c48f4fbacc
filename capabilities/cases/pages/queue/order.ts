let shown: readonly string[] = []

/** Remembers the cases of the list that is on the page, in its order: one that is opened from it leads on to the next. */
export const rememberOrder = (ids: readonly string[]): void => {
  shown = ids
}

/** The cases before and after one in the list that it was opened from. */
export function nextTo(id: string): { before?: string; next?: string } {
  const at = shown.indexOf(id)
  const [before, next] = at < 0 ? [] : [shown[at - 1], shown[at + 1]]
  return { ...(before !== undefined && { before }), ...(next !== undefined && { next }) }
}
