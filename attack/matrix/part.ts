import type { Part } from '#testing/parts.ts'
import { knockEverywhere } from './knock.ts'
import { unopened } from './unopened.ts'

/** Everybody at every door. Quick or not, it is the same. */
export const part: Part = async (goals) => {
  const { doors, knocks, unsaid, shut, wrong, planted, logged, lines } = await knockEverywhere()
  goals.note({
    name: 'operations with a row in the authorization matrix',
    figure: `${doors - unsaid.length} of ${doors}`,
    goal: 'all',
    holds: unsaid.length === 0,
    found: unsaid,
  })
  const never = shut.filter((route) => !unopened.has(route))
  goals.note({
    name: 'operations through which nobody came, of those who may',
    figure: `${shut.length} of ${doors}`,
    goal: `the ${unopened.size} that are listed with their reasons`,
    holds: never.length === 0,
    found: never,
  })
  goals.none('answers other than the matrix says', wrong, `of ${knocks}`)
  goals.none('planted texts in the log', logged, `of ${planted.size}`)
  goals.note({ name: 'lines in that log', figure: `${lines}`, goal: `at least ${knocks}, one a knock`, holds: lines >= knocks })
}
