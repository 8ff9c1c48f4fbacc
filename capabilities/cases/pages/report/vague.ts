import type { Draft } from './draft.ts'

/** How people name a building, a staircase or a floor: “3 号楼”, “12栋”, “二单元”. */
const building = /[\d一二三四五六七八九十]\s*(号楼|栋|幢|座|单元)/

/** Whether a place says less than is known: no more than the whole ground of a post, or an estate where the words name a building. */
export function isVague({ place, words }: Pick<Draft, 'place' | 'words'>, ground: string | undefined): boolean {
  if (!place || !('code' in place.given)) return false
  const { code } = place.given
  return code === ground || (building.test(words) && (place.estate === undefined || place.estate === code))
}
