import type { Goals } from '#testing/goals.ts'
import { knockEverywhere } from './knock.ts'

/** Everybody at every door. Quick or not, it is the same. */
export async function attack(goals: Goals): Promise<void> {
  const { doors, knocks, unsaid, wrong } = await knockEverywhere()
  goals.note({
    name: 'operations with a row in the authorization matrix',
    figure: `${doors - unsaid.length} of ${doors}`,
    goal: 'all',
    holds: unsaid.length === 0,
    found: unsaid,
  })
  goals.note({
    name: 'answers other than the matrix says',
    figure: `${wrong.length} of ${knocks}`,
    goal: '0',
    holds: wrong.length === 0,
    found: wrong,
  })
}
