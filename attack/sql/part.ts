import type { Goals } from '#testing/goals.ts'
import { probeBySql } from './probe.ts'

/** Statements by hand under row-level security. Quick or not, it is the same. */
export async function attack(goals: Goals): Promise<void> {
  const { tables, statements, wrong } = await probeBySql()
  goals.note({
    name: 'statements by hand that got what is not theirs',
    figure: `${wrong.length} of ${statements}, on ${tables} tables`,
    goal: '0',
    holds: wrong.length === 0,
    found: wrong,
  })
}
