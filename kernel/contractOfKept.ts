import type { Static, TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'

/** How what is kept of one kind is read, and held to its contract before it is written. */
export interface ContractOfKept<Kind> {
  /**
   * Reads it. What does not fit was not written by us, and is an error; but a field that only a later program knows stays as it is, since both
   * run while one takes the other's place.
   */
  parse: (value: unknown) => Kind
  /** Throws where what is to be written breaks its contract. Only where what it came from has fields that are not known may it have such. */
  mustFit: (after: unknown, from?: unknown) => void
}

export function contractOfKept<Schema extends TSchema, Kind extends Static<Schema>>(
  schema: Schema,
  name: string,
  known: Pick<Validator, 'Check' | 'Errors'> = Compile(schema),
): ContractOfKept<Kind> {
  let later: Pick<Validator, 'Check'> | undefined
  const isKnown = (value: unknown): value is Kind => known.Check(value)
  const isLater = (value: unknown): value is Kind => {
    later ??= Compile(opened(schema))
    return later.Check(value)
  }
  const wrong = (value: unknown) => new Error(`this is no ${name}`, { cause: { value, errors: known.Errors(value) } })
  return {
    parse(value) {
      if (isKnown(value) || isLater(value)) return value
      throw wrong(value)
    },
    mustFit(after, from) {
      if (isKnown(after) || (from !== undefined && !isKnown(from) && isLater(after))) return
      throw wrong(after)
    },
  }
}

/** The same contract, with room for fields that it does not name. */
const opened = (schema: TSchema): TSchema =>
  JSON.parse(JSON.stringify(schema), (key, value) => (key === 'additionalProperties' && value === false ? undefined : value))
