import { type TSchema, Type } from 'typebox'
import { problems } from '../http/problem.ts'
import { Words } from '../words.ts'
import type { Served } from './edit.ts'
import { addEntryRoutes } from './entries.ts'
import type { Hall } from './hall.ts'
import type { Fields } from './sheet/columns.ts'
import { addSheetRoutes } from './sheet/routes.ts'

/** Gives registers their addresses, and one more that names them all. */
export function addRegisterRoutes(hall: Hall, registers: readonly ((hall: Hall) => Named)[]) {
  const named = registers.map((add) => add(hall))
  const All = Type.Array(
    Type.Object({
      path: Type.String(),
      label: Words,
      mayEdit: Type.Array(Type.String()),
      entry: Type.Unsafe<object>({ type: 'object', additionalProperties: true, description: 'the JSON schema of an entry' }),
      fields: Type.Record(Type.String(), Type.Object({ name: Words, about: Type.Optional(Words) }), {
        description: 'how its fields are called, by path or by last part',
      }),
    }),
  )
  hall.app.get(
    '/api/registers',
    { schema: { tags: ['registers'], summary: '名录', response: { 200: All, ...problems } } },
    () => named,
  )
}

interface Named {
  path: string
  label: Words
  mayEdit: string[]
  entry: object
  fields: Fields
}

/** A register ready to be served: the type of its entries stays inside. */
export const serves =
  <Schema extends TSchema, Facts>(served: Served<Schema, Facts>) =>
  (hall: Hall): Named => {
    addEntryRoutes(hall, served)
    addSheetRoutes(hall, served)
    const { path, label, mayEdit, entry, fields } = served.register
    return { path, label, mayEdit: [...mayEdit], entry, fields }
  }
