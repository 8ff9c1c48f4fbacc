import type { Part } from '#testing/parts.ts'
import { knockEverywhere } from './knock.ts'

/** Everybody at every door. Quick or not, it is the same. */
export const part: Part = async (goals) => {
  const { doors, knocks, unsaid, wrong } = await knockEverywhere()
  goals.note({
    name: 'operations with a row in the authorization matrix',
    figure: `${doors - unsaid.length} of ${doors}`,
    goal: 'all',
    holds: unsaid.length === 0,
    found: unsaid,
  })
  goals.none('answers other than the matrix says', wrong, `of ${knocks}`)
}
