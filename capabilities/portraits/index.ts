/** What others may use of grid workers' photos. */
export { shownAt } from './store/portraits.ts'
