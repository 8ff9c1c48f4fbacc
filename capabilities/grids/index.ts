/** What others may use of grids, beside their contract. */
export { workersOn } from './cards.ts'
export { carrierOf } from './contract/kinds.ts'
export { networksOf, workersAt } from './store/card.ts'
