import { keep, keptNames } from './kept.ts'

const beginning = 'begun.'

/** Under which name this device keeps what an account began. */
export const begunAt = (account: string, name: string): string => `${beginning}${account}.${name}`

/** Forgets what was begun on this device, but for what this account began. */
export function forgetBegun(but?: string): void {
  for (const name of keptNames(beginning)) if (!name.startsWith(begunAt(but ?? '', ''))) keep(name, undefined)
}
