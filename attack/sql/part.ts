import type { Part } from '#testing/parts.ts'
import { probeDistricts } from './districts.ts'
import { filledDistrict } from './filled.ts'
import { probePosts } from './posts.ts'

/** Statements by hand under row-level security. Quick or not, it is the same. */
export const part: Part = async (goals) => {
  const { database, district } = await filledDistrict()
  const other = (await filledDistrict()).district
  const crossing = await probeDistricts(database, district, other)
  goals.none(
    'statements by hand that got what is another district’s, or wrote where they must not',
    crossing.wrong,
    `of ${crossing.statements}, on ${crossing.tables} tables`,
  )
  const { wrong, statements, items, actors, columns } = await probePosts(database, district)
  goals.none(
    'statements by hand that read of items that are not theirs to see',
    wrong,
    `of ${statements}, by ${actors} posts and residents, on ${columns} columns that name ${items} items`,
  )
}
