/** One thing that a run of `npm run faces` measured. */
export interface Figure {
  what: string
  /** What came out: taps, keys, kB, seconds, violations. */
  measured: number
  /** The most that is allowed, in the same unit; none for a figure that is only told. */
  budget?: number
  unit: string
  /** A figure in seconds is told beside its budget and never judged: machines are noisy. */
  judged?: boolean
}

/** A part of the run: measures, and hands over each figure once it has it. */
export type Part = (tell: (figure: Figure) => void) => Promise<void>

/** Whether a figure that is judged is over its budget. */
export const isBroken = ({ measured, budget, judged = true }: Figure): boolean =>
  judged && budget !== undefined && measured > budget

/** A figure in a line: `report, in taps: 5 (at most 6)`. */
export const lineOf = (figure: Figure): string => {
  const { what, measured, budget, unit, judged = true } = figure
  const beside = budget === undefined ? '' : `  (${judged ? 'at most' : 'beside'} ${budget})`
  return `${isBroken(figure) ? '✗' : ' '} ${what}: ${Math.round(measured * 10) / 10} ${unit}${beside}`
}
