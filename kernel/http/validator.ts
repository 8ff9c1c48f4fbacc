import type { TypeBoxValidatorCompiler } from '@fastify/type-provider-typebox'
import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { Value } from 'typebox/value'

/** Of a list that is too long, as many entries are looked at to say what is wrong with it. */
const looked = 1000
/** So many levels at most lie in one another: what goes deeper is nothing of ours, and whatever walks it would run out of stack. */
const deepest = 40

/** Made from contracts, for all houses of a process. */
const made = new WeakMap<TSchema, Validator>()

/**
 * Checks what comes in against a route's contract. What is wrong with it is looked for in its beginnings only: a list of 100,000
 * entries was once compared entry with entry, and nobody else was served for a minute.
 */
export const validatorCompiler: typeof TypeBoxValidatorCompiler = ({ schema, httpPart }) => {
  return (value) => {
    if (isDeeper(value, deepest)) return { error: tooDeep }
    // Made when the first comes: to make all of them takes a part of the start, and of most routes nobody asks anything.
    const contract = made.get(schema) ?? Compile(schema)
    if (!made.has(schema)) made.set(schema, contract)
    const converted = httpPart === 'body' ? value : Value.Convert(schema, value)
    if (contract.Check(converted)) return { value: converted }
    const flaws = contract.Errors(beginnings(converted))
    return { error: flaws.length > 0 ? flaws : beyond }
  }
}

/** The same with every list cut short. */
function beginnings(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, looked).map(beginnings)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, beginnings(inner)]))
}

/** Whether there are values within values further down than so many levels. */
const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || (Array.isArray(value) ? value : Object.values(value)).some((inner) => isDeeper(inner, levels - 1)))

const tooDeep = [
  {
    keyword: 'tooDeep',
    schemaPath: '',
    instancePath: '',
    params: { limit: deepest },
    message: `must not lie more than ${deepest} levels deep`,
  },
]

/** What is said of something that is right as far as it was looked at. */
const beyond = [
  {
    keyword: 'beyond',
    schemaPath: '',
    instancePath: '',
    params: { limit: looked },
    message: `must be right beyond the first ${looked} entries of a list too`,
  },
]
