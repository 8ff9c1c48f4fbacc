import type { Part } from '#testing/parts.ts'
import { probeBySql } from './probe.ts'

/** Statements by hand under row-level security. Quick or not, it is the same. */
export const part: Part = async (goals) => {
  const { tables, statements, wrong } = await probeBySql()
  goals.none('statements by hand that got what is not theirs', wrong, `of ${statements}, on ${tables} tables`)
}
