import type { Constraint, Model, Terms, Variable } from './model.ts'

const signs = { atMost: '<=', atLeast: '>=', exactly: '=' } as const satisfies Record<Constraint['is'], string>

/**
 * A model as LP text (CPLEX's format, which every solver reads). Variables are called `v0`, `v1`, … in the order of the model, so that
 * a name may hold any sign. Throws where the model names what it does not have, or a number is none: that is a mistake in the program.
 */
export function lpText({ goal, objective, variables, constraints }: Model): string {
  if (variables.length === 0) throw new Error('a model has at least one variable')
  const places = new Map(variables.map(({ name }, index) => [name, index]))
  if (places.size !== variables.length) throw new Error('two variables of a model have the same name')
  const binary = variables.flatMap(({ kind }, index) => (kind === 'binary' ? [`v${index}`] : []))
  // The objective names all variables, in their order: a reader numbers them as it meets them.
  const worth = new Map(sumOf(objective, places))
  const all = variables.map((_, index) => [index, worth.get(index) ?? 0] as const)
  return [
    goal === 'maximise' ? 'Maximize' : 'Minimize',
    written(all),
    'Subject To',
    ...constraints.map(({ terms, is, bound }) => `${written(sumOf(terms, places))} ${signs[is]} ${number(bound)}`),
    'Bounds',
    ...variables.flatMap(boundsOf),
    ...(binary.length > 0 ? ['Binary', ...binary] : []),
    'End',
  ].join('\n')
}

/** The terms of a sum by their places; what is named twice is added up. */
function sumOf(terms: Terms, places: ReadonlyMap<string, number>): [place: number, factor: number][] {
  const sum = new Map<number, number>()
  for (const [factor, name] of terms) {
    const place = places.get(name)
    if (place === undefined) throw new Error(`the model has no variable ${name}`)
    sum.set(place, (sum.get(place) ?? 0) + factor)
  }
  return [...sum]
}

/** One term a line: some readers take no long ones. A sum of nothing is no times the first variable. */
const written = (sum: readonly (readonly [place: number, factor: number])[]) =>
  (sum.length > 0 ? sum : [[0, 0] as const])
    .map(([place, factor]) => `${factor < 0 ? '-' : '+'} ${number(Math.abs(factor))} v${place}`)
    .join('\n')

function boundsOf(variable: Variable, index: number): string[] {
  if (variable.kind === 'binary') return []
  const { least = 0, most } = variable
  return [`${number(least)} <= v${index}${most === undefined ? '' : ` <= ${number(most)}`}`]
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new Error(`${value} is no number that a model can hold`)
  return String(value)
}
