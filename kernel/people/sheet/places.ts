import { type Words, words } from '../../words.ts'
import { mayBeAt, postsAt } from '../contract.ts'
import type { Role } from '../roles.ts'
import type { Called } from './store.ts'

/** Where a post is, by what was written: a code, or a name that only one place of a fitting kind has; or why that is nowhere. */
export function placeOfPost(
  { role, unit }: { role: Role; unit?: string },
  known: readonly Called[],
  district: string,
): { unit: string } | { wrong: Words } {
  if (postsAt[role] === 'district')
    return unit === undefined || known.some(({ code, name, kind }) => kind === 'district' && (code === unit || name === unit))
      ? { unit: district }
      : { wrong: words('这是全区的岗位：这一格请留空', 'this post is over the whole district: leave it empty') }
  if (unit === undefined) return { wrong: words('要填：这个岗位在一个单位或网格', 'is needed: this post is at a unit or grid') }
  const fitting = known.filter(({ code, name, kind }) => (code === unit || name === unit) && mayBeAt(role, kind))
  const [one, other] = fitting.toSorted((first, second) => Number(second.code === unit) - Number(first.code === unit))
  if (!one) return { wrong: words(`没有可任这个岗位的“${unit}”`, `there is no "${unit}" at which this post could be`) }
  if (one.ends !== null)
    return {
      wrong: words(`“${unit}”${one.ends} 起停用，不能再任岗位`, `"${unit}" ends on ${one.ends}: nobody is given a post there`),
    }
  return other && one.code !== unit
    ? { wrong: words(`叫“${unit}”的不止一个，请填编码`, `several are called "${unit}": put in the code`) }
    : { unit: one.code }
}
