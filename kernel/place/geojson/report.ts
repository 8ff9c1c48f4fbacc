import { type Words, words } from '../../words.ts'
import type { ShapeProblem } from '../store/check.ts'
import type { Gap } from '../store/gaps.ts'
import type { Problem } from './read.ts'

/** What an import did. `refused` names every feature that was not taken; with `skip` off, one of them keeps all out. */
export interface ImportReport {
  imported: number
  /** Grids whose boundary changed; the old one stays, with its last day. */
  replaced: number
  refused: Problem[]
  /** What base grids leave to nobody in the communities that the file is about, once it is imported. A warning, no refusal. */
  gaps: Gap[]
}

export interface ImportOptions {
  system: 'wgs84' | 'gcj02'
  /** Leave out what is refused and import the rest. */
  skip: boolean
  /** The first day of validity, `YYYY-MM-DD`. */
  day: string
}

/** Collects what is wrong, the first problem of each feature only, and knows which features are out. */
export function complaints(first: readonly Problem[]) {
  const problems = [...first]
  const out = new Set(first.map(({ index }) => index))
  return {
    refuses: (index: number) => out.has(index),
    add: (index: number, code: string | undefined, problem: Words) => {
      if (out.has(index)) return
      out.add(index)
      problems.push({ index, ...(code !== undefined && { code }), problem })
    },
    all: () => problems.toSorted((a, b) => (a.index ?? -1) - (b.index ?? -1)),
  }
}
export type Complaints = ReturnType<typeof complaints>

export const shapeComplaint = ({ invalid }: ShapeProblem): Words =>
  invalid === null
    ? words('在本区范围之外', 'lies outside of the district')
    : words(`几何图形无效(${invalid}),请在制图软件中修复`, `invalid geometry (${invalid}): repair it in your mapping program`)

export const duplicate = (code: string, index: number): Words =>
  words(`代码 ${code} 与第 ${index + 1} 个要素重复`, `code ${code} is also that of feature ${index}`)
