import type { Problem } from '../ask.ts'
import type { Words } from '../language.ts'

/** What the server found wrong with each field, by its name; of a list, by the list's. */
export const wrongFields = (problem: Problem | undefined): Record<string, Words> =>
  Object.fromEntries((problem?.fields ?? []).map(({ field, because }) => [field.split(/[.[/]/)[0] ?? field, because]))
