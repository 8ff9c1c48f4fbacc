/** What others may use of grids, beside their contract. */
export { carrierOf } from './cards.ts'
export { networksOf } from './store/card.ts'
