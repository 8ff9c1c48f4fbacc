import type { Wanted } from '#kernel/register/edit.ts'
import type { Read } from '#kernel/register/store.ts'
import type { GridGroup } from './contract/entries.ts'

/** The grids that ended and that something still hangs on, with what stands for each; nothing where no grid does. */
export type Left = ReadonlyMap<string, string | undefined>
export type Standing<Entry> = ReadonlyMap<string, Read<Entry>>

/** Whether an entry still stands on a day. */
export const isOn = ({ ends }: { ends: string | null }, day: string) => ends === null || ends > day

/** Those who help in a grid that was taken over help in the one that took it. */
export const helpersMove = <Entry extends { grid: string }>(
  standing: Standing<Entry>,
  left: Left,
  day: string,
): Wanted<Entry>[] =>
  [...standing.values()].flatMap((kept) => {
    const to = left.get(kept.entry.grid)
    if (to === undefined || !isOn(kept, day)) return []
    return [{ key: kept.key, entry: { ...kept.entry, grid: to }, ends: kept.ends, basedOn: kept.version }]
  })

/** A group becomes that of the grid that took its own over, if that has none: the first of several. */
export function groupsMove(standing: Standing<GridGroup>, left: Left, day: string): Wanted<GridGroup>[] {
  const moves = new Map<string, Wanted<GridGroup>>()
  for (const kept of standing.values()) {
    const to = left.get(kept.key)
    if (to === undefined || !isOn(kept, day) || moves.has(to)) continue
    const there = standing.get(to)
    if (there && isOn(there, day)) continue
    moves.set(to, { key: to, entry: { ...kept.entry, grid: to }, ends: kept.ends, basedOn: there?.version ?? 0 })
  }
  return [...moves.values()]
}
