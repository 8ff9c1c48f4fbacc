let shown: readonly string[] = []

/** Remembers the cases of the list that is on the page, in its order: one that is opened from it leads on to the next. */
export const rememberOrder = (ids: readonly string[]): void => {
  shown = ids
}

/** Whether a case is of the list that was on the page last, and the ones before and after it there. */
export function nextTo(id: string): { listed: boolean; before?: string; next?: string } {
  const at = shown.indexOf(id)
  const [before, next] = at < 0 ? [] : [shown[at - 1], shown[at + 1]]
  return { listed: at >= 0, ...(before !== undefined && { before }), ...(next !== undefined && { next }) }
}

/** Keeps with the list, where the browser keeps its address, which of its cases is opened from it. */
export const rememberOpened = (id: string): void => history.replaceState({ opened: id }, '')

/** The case that was opened from the list on the page, for whoever comes back to it. */
export function lastOpened(): string | undefined {
  const state: unknown = history.state
  return typeof state === 'object' && state !== null && 'opened' in state && typeof state.opened === 'string'
    ? state.opened
    : undefined
}
