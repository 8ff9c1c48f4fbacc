import type { DecidedRedrawing, Redrawing, Redrawn } from '#kernel/place/redrawing/contract.ts'
import type { Words } from '../../../shared/language.ts'
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

/** A draft for a day, with the code that a new grid may have. */
export const fresh = (on: string, code = ''): Draft => ({ act: 'split', line: [], below: [], code, name: '', on, words: '' })

/**
 * The code that a grid made of a part of another may have: the next number after those that grids of its kind beside it have, `3701…07` after
 * `3701…06`. Nothing where their codes do not end with a number, or all numbers of that length are taken.
 */
export function nextCode({ code, parent, level, kind }: Grid, around: readonly Grid[]): string {
  const ending = /\d{1,3}$/.exec(parent !== undefined && code.startsWith(parent) ? code.slice(parent.length) : code)?.[0]
  if (ending === undefined) return ''
  const head = code.slice(0, -ending.length)
  const numbers = around
    .filter((one) => one.level === level && one.kind === kind && one.code.length === code.length && one.code.startsWith(head))
    .map((one) => Number(one.code.slice(head.length)))
  const next = String(Math.max(Number(ending), ...numbers.filter(Number.isInteger)) + 1).padStart(ending.length, '0')
  return next.length > ending.length ? '' : head + next
}

/** What is still to be filled in, in the order of the form. */
export function lackingIn(hasBelow: boolean, { act, line, at, below, code, name, neighbour, on, words }: Draft): Words[] {
  const isCut = act !== 'merge'
  const lacks: readonly (readonly [boolean, Words])[] = [
    [act === 'split' && name.trim() === '', { zh: '新网格的名称', en: 'the name of the new grid' }],
    [act === 'split' && code.trim() === '', { zh: '新网格的编码', en: 'its code' }],
    [act !== 'split' && !neighbour, { zh: '哪个邻格', en: 'which neighbour' }],
    [isCut && hasBelow && below.length === 0, { zh: '哪些下级网格划出去', en: 'which of the grids in it go' }],
    [isCut && !hasBelow && line.length < 2, { zh: '画线', en: 'the line' }],
    [isCut && !hasBelow && !at, { zh: '点要划出去的一边', en: 'the side that goes' }],
    [on === '', { zh: '从哪天起', en: 'from which day' }],
    [words.trim() === '', { zh: '为什么调整', en: 'why' }],
  ]
  return lacks.flatMap(([isLacking, what]) => (isLacking ? [what] : []))
}

/** What is sent, once all that it takes is there. */
export function askedIn(grid: string, hasBelow: boolean, draft: Draft): Redrawing | undefined {
  const { act, line, at, below, code, name, neighbour, on, words } = draft
  const to = act === 'split' ? code.trim() : neighbour
  if (!to || lackingIn(hasBelow, draft).length > 0) return undefined
  const asked = { grid, to, on, words: words.trim(), ...(act === 'split' && { name: name.trim() }) }
  if (act === 'merge') return asked
  if (hasBelow) return { ...asked, part: { below: [...below] } }
  const pair = ([longitude, latitude]: Point): [number, number] => [round(longitude), round(latitude)]
  return at && { ...asked, part: { line: line.map(pair), at: pair(at) } }
}

const round = (degrees: number) => Number(degrees.toFixed(7))
