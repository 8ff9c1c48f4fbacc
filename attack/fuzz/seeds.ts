/** Seeds that found something once: sent again in every run. */
export const keptSeeds: readonly number[] = []
