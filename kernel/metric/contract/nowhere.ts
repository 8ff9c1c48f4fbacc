import { type Words, words } from '../../words.ts'

/** The group of what has no unit, street or community. */
export const nowhere = '-'

/** What that group is called, by what figures are broken down by. */
export const nowhereWords = (by: string | undefined): Words =>
  by === 'unit' ? words('还没有主办单位', 'no lead unit yet') : words('未归属', 'nowhere')
