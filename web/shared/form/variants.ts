import { asValues, type Schema, type Values } from './schema.ts'

const choicesIn = ({ enum: some, const: only }: Schema): readonly string[] => some ?? (typeof only === 'string' ? [only] : [])

/** The field by which variants of a shape are told apart: in each it is one of a few words of its own. */
export function tagOf({ anyOf = [] }: Schema): string | undefined {
  const [first] = anyOf
  return Object.keys(first?.properties ?? {}).find((name) =>
    anyOf.every(({ properties = {} }) => properties[name] !== undefined && choicesIn(properties[name]).length > 0),
  )
}

/** All that a tag may be. */
export const tagsOf = ({ anyOf = [] }: Schema, tag: string): string[] =>
  anyOf.flatMap(({ properties = {} }) => choicesIn(properties[tag] ?? {}))

/** The variant that a value is of, by its tag. */
export const variantOf = ({ anyOf = [] }: Schema, tag: string, value: unknown): Schema | undefined =>
  anyOf.find(({ properties = {} }) => choicesIn(properties[tag] ?? {}).some((choice) => choice === asValues(value)[tag]))

/** A value that becomes another variant: what the other has not is left behind. */
export function becoming(schema: Schema, tag: string, value: unknown, chosen: string): Values {
  const next = { ...asValues(value), [tag]: chosen }
  const fields = Object.keys(variantOf(schema, tag, next)?.properties ?? {})
  return Object.fromEntries(Object.entries(next).filter(([name]) => fields.includes(name)))
}
