import fc from 'fast-check'
import type { TSchema } from 'typebox'

/** What the walk knows better than the schema: values that lead somewhere, for a field of this name. */
export type Useful = (field: string, shape: { type?: string }) => readonly unknown[] | undefined

/** What of JSON Schema the inputs of commands are made of. */
interface Shape {
  type?: string
  properties?: Record<string, Shape>
  required?: readonly string[]
  items?: Shape | Shape[]
  anyOf?: readonly Shape[]
  enum?: readonly unknown[]
  const?: unknown
  format?: string
  pattern?: string
  minLength?: number
  maxLength?: number
  minItems?: number
  maxItems?: number
  uniqueItems?: boolean
  minimum?: number
  maximum?: number
}

/**
 * Makes values that fit a schema of the kinds that inputs are made of; anything, where it says nothing. Throws at a kind that it does
 * not know.
 */
export const arbitraryOf = (schema: TSchema, useful: Useful): fc.Arbitrary<unknown> => valuesFor(schema, useful, '')

function valuesFor(shape: Shape, useful: Useful, field: string): fc.Arbitrary<unknown> {
  const known = useful(field, shape)
  if (known) return fc.constantFrom(...known)
  const { enum: choices, anyOf, items } = shape
  if (shape.const !== undefined) return fc.constant(shape.const)
  if (choices) return fc.constantFrom(...choices)
  if (anyOf) return fc.oneof(...anyOf.map((one) => valuesFor(one, useful, field)))
  switch (shape.type) {
    case 'object':
      return recordOf(shape, useful)
    case 'array':
      return Array.isArray(items)
        ? fc.tuple(...items.map((one) => valuesFor(one, useful, field)))
        : listOf(shape, valuesFor(items ?? {}, useful, field))
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'integer':
      return fc.integer({ min: shape.minimum ?? -1000, max: shape.maximum ?? 1000 })
    case 'number':
      return fc.double({ min: shape.minimum ?? -1000, max: shape.maximum ?? 1000, noNaN: true })
    case 'string':
      return textOf(shape)
    case undefined:
      return fc.jsonValue({ maxDepth: 2 })
    default:
      throw new Error(`inputs are not made of such schemas: ${JSON.stringify(shape)}`)
  }
}

function recordOf({ properties = {}, required = [] }: Shape, useful: Useful) {
  const fields = Object.entries(properties).map(([name, inner]) => [name, valuesFor(inner, useful, name)] as const)
  const optional = fields.map(([name]) => name).filter((name) => !required.includes(name))
  return fc.record(Object.fromEntries(fields), {
    requiredKeys: fields.map(([name]) => name).filter((name) => !optional.includes(name)),
  })
}

function listOf({ minItems = 0, maxItems = 3, uniqueItems = false }: Shape, inner: fc.Arbitrary<unknown>) {
  const bounds = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 3)) }
  return uniqueItems ? fc.uniqueArray(inner, bounds) : fc.array(inner, bounds)
}

const instants = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => new Date(Date.UTC(2026, 0, 1, 0, minutes)))

/** Words that people type, and words that are none. */
const said = ['一句话', 'a word', '0000000', "'; drop table x; --", '<b>粗</b>']

function textOf({ format, pattern, minLength = 0, maxLength = 40 }: Shape): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.uuid()
  if (format === 'date-time') return instants.map((at) => at.toISOString())
  if (format === 'date') return instants.map((at) => at.toISOString().slice(0, 10))
  const typed = fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, 40)) })
  if (pattern === undefined) return typed
  const form = new RegExp(pattern)
  const fits = (text: string) => form.test(text) && text.length <= maxLength
  return fc.oneof(fc.constantFrom(...said), typed).map((text) => (fits(text) ? text : '1234567'.slice(0, maxLength)))
}
