/** The grid that stands where one was that ended: what took it over, or what took that over since. None where nobody did. */
export function successorOf(
  grid: string,
  receivers: ReadonlyMap<string, string>,
  stands: (grid: string) => boolean,
): string | undefined {
  const seen = new Set([grid])
  for (let next = receivers.get(grid); next !== undefined && !seen.has(next); next = receivers.get(next)) {
    if (stands(next)) return next
    seen.add(next)
  }
  return undefined
}
