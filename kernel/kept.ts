import type { Static, TSchema } from 'typebox'
import { Compile } from 'typebox/compile'

/** How what is kept of one kind is read, and held to its contract before it is written. */
export interface Keeping<Kind> {
  /**
   * Reads it. What does not fit was not written by us, and is an error; but a field that only a later program knows stays as it is, since both
   * run while one takes the other's place.
   */
  parse: (value: unknown) => Kind
  /** Throws where it breaks its contract as it is to be written: fields that are not known are none but those that were there `before`. */
  proof: (after: unknown, before?: unknown) => void
}

export function keeping<Schema extends TSchema, Kind extends Static<Schema>>(schema: Schema, name: string): Keeping<Kind> {
  const known = Compile(schema)
  let later: ReturnType<typeof Compile> | undefined
  const isKnown = (value: unknown): value is Kind => known.Check(value)
  const isLater = (value: unknown): value is Kind => {
    later ??= Compile(opened(schema))
    return later.Check(value)
  }
  const parse = (value: unknown): Kind => {
    if (isKnown(value) || isLater(value)) return value
    throw new Error(`this is no ${name}`, { cause: { value, errors: known.Errors(value) } })
  }
  return {
    parse,
    proof(after, before) {
      if (isKnown(after) || (before !== undefined && !isKnown(before) && isLater(after))) return
      throw new Error(`this is no ${name}`, { cause: { value: after, errors: known.Errors(after) } })
    },
  }
}

/** The same contract, with room for fields that it does not name. */
const opened = (schema: TSchema): TSchema =>
  JSON.parse(JSON.stringify(schema), (key, value) => (key === 'additionalProperties' && value === false ? undefined : value))
