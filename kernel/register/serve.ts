import { type TSchema, Type } from 'typebox'
import { problems } from '../http/problem.ts'
import type { Served } from './edit.ts'
import { addEntryRoutes } from './entries.ts'
import type { Hall } from './hall.ts'
import { ownColumns } from './own.ts'
import { addSheetRoutes } from './sheet/routes.ts'
import { ShownRegister } from './shown.ts'

/** Gives registers their addresses, and one more that names them all. */
export function addRegisterRoutes(hall: Hall, registers: readonly ((hall: Hall) => ShownRegister)[]) {
  const named = registers.map((add) => add(hall))
  hall.app.get(
    '/api/registers',
    { schema: { tags: ['registers'], summary: '名录', response: { 200: Type.Array(ShownRegister), ...problems } } },
    () => named,
  )
}

/** A register ready to be served: the type of its entries stays inside. */
export const serves =
  <Schema extends TSchema, Facts>(served: Served<Schema, Facts>) =>
  (hall: Hall): ShownRegister => {
    addEntryRoutes(hall, served)
    addSheetRoutes(hall, served)
    const { path, label, mayEdit, filters = [], entry, fields } = served.register
    const own = Object.fromEntries(Object.entries(ownColumns).filter(([, column]) => filters.includes(column)))
    return { path, label, mayEdit: [...mayEdit], filters: [...filters], own, entry, fields }
  }
