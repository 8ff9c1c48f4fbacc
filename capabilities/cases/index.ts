/** What cases offer to other systems. */
export { type Gathered, gather } from './store/spots.ts'
export { visibleCases } from './store/visible.ts'
