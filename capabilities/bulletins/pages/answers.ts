import { type Kind, kinds } from '../contract/kinds.ts'

/** What somebody is about to report. */
export interface Asked {
  /** The code of the place, once it is known. */
  place?: string | undefined
  words: string
  category?: string | undefined
}

/** Whether a bulletin of a kind may answer what somebody is about to report: by its category, or by what they typed so far. */
export function matches(kind: Kind, { words, category }: Omit<Asked, 'place'>): boolean {
  const { categories, said }: { categories: readonly string[]; said: readonly string[] } = kinds[kind]
  return category === undefined
    ? said.some((one) => words.includes(one))
    : categories.includes(category) || said.some((one) => words.includes(one))
}
