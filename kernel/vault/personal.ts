import { type TObject, type TSchema, Type } from 'typebox'

/** Marks a field as personal: before anything is decided or written, its value moves into the vault. */
export const Personal = <Schema extends TSchema>(schema: Schema): Schema & { personal: true } => ({ ...schema, personal: true })

/** What was found in an input: which field, and its value. A reference stands in its place. */
export interface Found {
  id: string
  field: string
  value: string
}

/** How a reference to a secret looks in rows, events and search. */
export const Secret = Type.String({ pattern: '^vault:[0-9a-f-]{36}$' })
export const secretId = (reference: string): string => reference.slice('vault:'.length)

const isPersonal = (schema: TSchema) => 'personal' in schema

/** The schema of an input after its personal fields have moved: there a reference stands. */
export function withReferences(schema: TSchema): TSchema {
  if (!Type.IsObject(schema)) return schema
  const properties = Object.entries(schema.properties).map(([name, inner]): [string, TSchema] => {
    const moved = isPersonal(inner) ? Secret : withReferences(inner)
    // What was optional stays so: an object is made anew, and would be required.
    return [name, Type.IsOptional(inner) ? Type.Optional(moved) : moved]
  })
  const closed = 'additionalProperties' in schema && schema.additionalProperties === false
  return Type.Object(Object.fromEntries(properties), closed ? { additionalProperties: false } : {})
}

/** Takes the personal fields out of an input that fits its schema. Blank ones are left out altogether. */
export function takePersonal(schema: TSchema, input: unknown, fresh: () => string): { input: unknown; found: Found[] } {
  const found: Found[] = []
  const take = (inner: TSchema, value: unknown, path: string): unknown => {
    if (!Type.IsObject(inner) || typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, field]) => {
        const property = (inner as TObject).properties[name]
        if (property === undefined) return [name, field]
        if (!isPersonal(property) || typeof field !== 'string') return [name, take(property, field, `${path}${name}.`)]
        const id = fresh()
        found.push({ id, field: `${path}${name}`, value: field })
        return [name, `vault:${id}`]
      }),
    )
  }
  return { input: take(schema, input, ''), found }
}
