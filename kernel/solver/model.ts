/** What is free to choose: yes or no (1 or 0), or any number between two bounds, from 0 up unless it says otherwise. */
export type Variable = { name: string; kind: 'binary' } | { name: string; kind: 'continuous'; least?: number; most?: number }

/** A sum of variables, each by its name with its factor. */
export type Terms = readonly (readonly [factor: number, name: string])[]

/** What must hold: a sum and what it comes to. */
export interface Constraint {
  terms: Terms
  is: 'atMost' | 'atLeast' | 'exactly'
  bound: number
}

/** A linear programme, some of whose variables may be yes or no. At least one variable; a name may hold any sign. */
export interface Model {
  goal: 'maximise' | 'minimise'
  objective: Terms
  variables: readonly Variable[]
  constraints: readonly Constraint[]
  /** Values that keep the constraints, to begin with: what is found is as good at least. Those not named are 0. */
  start?: ReadonlyMap<string, number>
}

/**
 * What a solver found. `feasible`: its time ran out; `values` keep the constraints, but there may be better ones, none beyond `bound`.
 * Yes and no are whole numbers; what is continuous is right to about a millionth.
 */
export type Solution =
  | { state: 'optimal' | 'feasible'; objective: number; bound: number; values: ReadonlyMap<string, number> }
  | { state: 'infeasible' }
  | { state: 'unbounded' }
