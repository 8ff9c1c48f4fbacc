/** The part of JSON Schema that the contracts use. */
export interface Schema {
  type?: string
  enum?: readonly string[]
  format?: string
  pattern?: string
  minimum?: number
  maximum?: number
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
  | 'list'
  | 'line'
  | 'lines'

export function lookOf(schema: Schema): Look {
  if (schema.enum) return 'choice'
  if (schema.type === 'boolean') return 'yesNo'
  if (schema.type === 'integer' || schema.type === 'number') return 'number'
  if (schema.type === 'object') return 'object'
  if (schema.type === 'array') {
    if (schema.items?.format === 'uuid') return 'photos'
    return schema.items?.type === 'object' ? 'list' : 'codes'
  }
  if (schema.format === 'date') return 'day'
  if (schema.format === 'date-time') return 'instant'
  if (schema.format === 'uuid') return 'id'
  if (schema.pattern?.startsWith('^[A-Za-z0-9')) return 'code'
  return (schema.maxLength ?? 1000) > 100 ? 'lines' : 'line'
}

export const isRequired = (schema: Schema, name: string): boolean => schema.required?.includes(name) ?? false

/** What is sent: without what was left empty, since an empty text is no answer. */
export function filled(values: Values, fields: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => fields.includes(name) && !isEmpty(value)))
}

/** The fields that must be there and are not, also inside of lists. */
export function missing(schema: Schema, values: Values, fields: readonly string[]): string[] {
  return fields.filter((name) => {
    const value = values[name]
    const inner = schema.properties?.[name]
    if (isRequired(schema, name) && isEmpty(value)) return true
    if (inner?.type !== 'array' || inner.items?.type !== 'object' || !Array.isArray(value)) return false
    const each = inner.items
    return value.some((row) => missing(each, asValues(row), Object.keys(each.properties ?? {})).length > 0)
  })
}

export const asValues = (value: unknown): Values =>
  typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === 'string' && value.trim() === '') ||
  (Array.isArray(value) && value.length === 0)
