import { type Words, w } from '#web/shared/language.ts'
import type { CaseCount } from '../../contract/answers.ts'

const number = new Intl.NumberFormat('zh-CN')

/** How many a list has, where there is little room: as far as anybody counts. */
export const countOf = ({ count, more }: CaseCount): string => `${number.format(count)}${more ? '+' : ''}`

/** The same in words. */
export function countWords({ count, more }: CaseCount): Words {
  const shown = number.format(count)
  if (more) return w(`${shown} 件以上`, `More than ${shown} cases`)
  return w(`共 ${shown} 件`, count === 1 ? '1 case' : `${shown} cases`)
}
