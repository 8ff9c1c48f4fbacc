/** What people call an errand: the end of its id. */
export const numberOf = (id: string): string => id.slice(-8).toUpperCase()
