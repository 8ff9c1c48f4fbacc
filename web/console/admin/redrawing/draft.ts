import type { DecidedRedrawing, Redrawing, Redrawn } from '#kernel/place/redrawing/contract.ts'
import type { Grids } from '../../../shared/places/places.ts'

export type { DecidedRedrawing, Redrawing, Redrawn }
export type Grid = Grids['rows'][number]
export type Point = readonly [number, number]

/** What is being done to a grid: a new one is made of a part, a neighbour gets a part, or it goes into a neighbour as a whole. */
export type Act = 'split' | 'move' | 'merge'

/** A change of boundaries as far as it is filled in. */
export interface Draft {
  act: Act
  line: readonly Point[]
  /** In the part that goes. */
  at?: Point | undefined
  below: readonly string[]
  code: string
  name: string
  neighbour?: string | undefined
  on: string
  words: string
}

export const fresh = (on: string): Draft => ({ act: 'split', line: [], below: [], code: '', name: '', on, words: '' })

/** What is sent, once all that it takes is there. */
export function askedIn(grid: string, hasBelow: boolean, draft: Draft): Redrawing | undefined {
  const { act, line, at, below, code, name, neighbour, on, words } = draft
  const to = act === 'split' ? code.trim() : neighbour
  if (!to || on === '' || words.trim() === '' || (act === 'split' && name.trim() === '')) return undefined
  const asked = { grid, to, on, words: words.trim(), ...(act === 'split' && { name: name.trim() }) }
  if (act === 'merge') return asked
  if (hasBelow) return below.length > 0 ? { ...asked, part: { below: [...below] } } : undefined
  const pair = ([longitude, latitude]: Point): [number, number] => [round(longitude), round(latitude)]
  return line.length > 1 && at ? { ...asked, part: { line: line.map(pair), at: pair(at) } } : undefined
}

const round = (degrees: number) => Number(degrees.toFixed(7))
