/** What the thread of a solver is asked: a model as LP text, values to begin with in the order of its variables, and a time limit. */
export interface Question {
  text: string
  start?: number[]
  seconds: number
}

/** What it answers; values are in the order of the variables. `late`: the time was over before anything was found. */
export type Answer =
  | { state: 'optimal' | 'feasible'; objective: number; bound: number; values: Float64Array }
  | { state: 'infeasible' }
  | { state: 'unbounded' }
  | { state: 'late' }
