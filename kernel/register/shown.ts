import { type Static, Type } from 'typebox'
import { Words } from '../words.ts'

/** A register as it is told: what an entry is made of, and how its fields are called. */
export const ShownRegister = Type.Object({
  path: Type.String(),
  label: Words,
  mayEdit: Type.Array(Type.String()),
  filters: Type.Array(Type.String(), { description: 'by what else a list can be asked' }),
  own: Type.Record(Type.String(), Type.String(), { description: 'by which of them posts of a role ask for their own' }),
  entry: Type.Unsafe<object>({ type: 'object', additionalProperties: true, description: 'the JSON schema of an entry' }),
  fields: Type.Record(Type.String(), Type.Object({ name: Words, about: Type.Optional(Words) }), {
    description: 'how its fields are called, by path or by last part',
  }),
})
export type ShownRegister = Static<typeof ShownRegister>
