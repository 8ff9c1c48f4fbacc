import type { House } from '../../flow/house.ts'
import type { App } from '../../http/app.ts'
import { addUnitCards } from './cards.ts'
import type { Hangs } from './hanging.ts'
import { hangsHere } from './store/hanging.ts'
import { addUnitAdministration } from './units.ts'

/** The administration of units. What else hangs on one, the capabilities tell. */
export function addPlaceAdministration(app: App, house: House, more: readonly Hangs[]) {
  const hangs = [hangsHere(house.clock), ...more]
  addUnitCards(app, house, hangs)
  addUnitAdministration(app, house, hangs)
}
