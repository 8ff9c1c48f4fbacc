import type { House } from '../flow/house.ts'
import { type Problem, problem } from '../http/problem.ts'
import type { Asker } from './cookie.ts'
import { notSignedIn, type Visitor, visitorOf } from './whoIs.ts'

/** Answers a request of somebody signed in; whoever is not is told so, and nothing is done. */
export const signedIn =
  ({ database, clock }: Pick<House, 'database' | 'clock'>) =>
  async <Answer>(request: Asker, answer: (visitor: Visitor) => Promise<Answer>): Promise<Answer | Problem> => {
    const visitor = await visitorOf(database, clock, request)
    return visitor ? answer(visitor) : problem(notSignedIn)
  }
