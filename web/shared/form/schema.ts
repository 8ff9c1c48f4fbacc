import type { Words } from '../language.ts'

/** The part of JSON Schema that the contracts use. */
export interface Schema {
  type?: string
  enum?: readonly string[]
  const?: unknown
  anyOf?: readonly Schema[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
  minLength?: number
  maxLength?: number
  maxItems?: number
  minItems?: number
  properties?: Record<string, Schema>
  required?: readonly string[]
  items?: Schema
}

export type Values = Record<string, unknown>

/** What a field of a form looks like, decided by its schema alone; what a name means is its capability's business. */
export type Look =
  | 'choice'
  | 'yesNo'
  | 'number'
  | 'day'
  | 'instant'
  | 'photos'
  | 'code'
  | 'codes'
  | 'id'
  | 'object'
  | 'both'
  | 'table'
  | 'length'
  | 'variants'
  | 'sure'
  | 'ticks'
  | 'list'
  | 'line'
  | 'lines'

export function lookOf(schema: Schema): Look {
  if (schema.enum) return 'choice'
  if (schema.const === true) return 'sure'
  if (schema.type === 'boolean') return 'yesNo'
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  if (schema.anyOf) return schema.anyOf.every(isMeasure) ? 'length' : 'variants'
  if (schema.type === 'object') return isBoth(schema) ? 'both' : isTable(schema) ? 'table' : 'object'
  if (schema.type === 'array') {
    if (schema.items?.enum) return 'ticks'
    if (schema.items?.format === 'uuid') return 'photos'
    return schema.items?.type === 'object' || schema.items?.anyOf ? 'list' : 'codes'
  }
  if (schema.format === 'date') return 'day'
  if (schema.format === 'date-time') return 'instant'
  if (schema.format === 'uuid') return 'id'
  if (schema.pattern?.startsWith('^[A-Za-z0-9')) return 'code'
  return (schema.maxLength ?? 1000) > 100 ? 'lines' : 'line'
}

const namesIn = ({ properties = {} }: Schema): string[] => Object.keys(properties)

/** Words in both languages. */
const isBoth = (schema: Schema): boolean => namesIn(schema).join() === 'zh,en'

/** A number under the name of its unit: `{ workingDays: 5 }`. */
const isMeasure = ({ properties = {} }: Schema): boolean =>
  Object.values(properties).length === 1 && Object.values(properties).every(({ type }) => type === 'number' || type === 'integer')

/** Objects of one shape whose fields are all lengths: a row each. */
function isTable({ properties = {} }: Schema): boolean {
  const rows = Object.values(properties)
  const columns = rows[0] ? namesIn(rows[0]) : []
  return (
    rows.length > 1 &&
    columns.length > 1 &&
    rows.every(
      (row) =>
        namesIn(row).join() === columns.join() && Object.values(row.properties ?? {}).every((one) => lookOf(one) === 'length'),
    )
  )
}

export const isRequired = (schema: Schema, name: string): boolean => schema.required?.includes(name) ?? false

/** A schema with more that must be there, and not empty: what an answer given so far makes needed. */
export function needing(schema: Schema, names: readonly string[]): Schema {
  if (names.length === 0) return schema
  const { properties = {}, required = [] } = schema
  const needed = Object.entries(properties).map(([name, inner]) => [
    name,
    inner.type === 'array' && names.includes(name) ? { ...inner, minItems: Math.max(1, inner.minItems ?? 0) } : inner,
  ])
  return { ...schema, properties: Object.fromEntries(needed), required: [...new Set([...required, ...names])] }
}

/** What is sent: without what was left empty, since an empty text is no answer; a list that must be there may be empty. */
export function filled(values: Values, fields: readonly string[], { required = [] }: Pick<Schema, 'required'> = {}): Values {
  const mayBeEmpty = (name: string, value: unknown) => required.includes(name) && Array.isArray(value)
  return Object.fromEntries(
    Object.entries(values).filter(([name, value]) => fields.includes(name) && (mayBeEmpty(name, value) || !isEmpty(value))),
  )
}

/** The fields that must be there and are not, also inside of lists and of what is filled in otherwise: by their paths. */
export function missingAt(schema: Schema, values: Values, fields: readonly string[], path = ''): string[] {
  return fields.flatMap((name): string[] => {
    const value = values[name]
    const inner = schema.properties?.[name]
    const here = path === '' ? name : `${path}.${name}`
    if (Array.isArray(value) ? value.length < (inner?.minItems ?? 0) : isEmpty(value))
      return isRequired(schema, name) ? [here] : []
    if (inner?.type === 'object') return missingAt(inner, asValues(value), namesIn(inner), here)
    const each = inner?.items
    if (inner?.type !== 'array' || each?.type !== 'object' || !Array.isArray(value)) return []
    return value.flatMap((row, index) => missingAt(each, asValues(row), namesIn(each), `${here}.${index}`))
  })
}

export const asValues = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)

/** What is wrong with a field, by its path. */
export interface Flaw {
  field: string
  because: Words
}

/** The flaws of a field: its own, and those of what lies in it. */
export function flawsAt(flaws: readonly Flaw[], path: string): { own: Flaw[]; inner: Flaw[] } {
  return {
    own: flaws.filter(({ field }) => field === path),
    inner: flaws.filter(({ field }) => field.startsWith(`${path}.`)),
  }
}
