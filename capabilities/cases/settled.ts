import { stateNames } from './contract/states.ts'

const over = new Set(['closed', 'declined', 'withdrawn', 'merged'])

/** The states in which nothing is waited for any more. A case can come back from each, but only by a command. */
export const settledStates = Object.keys(stateNames).filter((state) => over.has(state))
export const unsettledStates = Object.keys(stateNames).filter((state) => !over.has(state))

export const isSettled = ({ state }: { state: string }): boolean => over.has(state)
