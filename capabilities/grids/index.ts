/** What others may use of grids, beside their contract. */
export { carrierOf, workersOn } from './cards.ts'
export { networksOf, workersAt } from './store/card.ts'
