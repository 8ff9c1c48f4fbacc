import { type Static, Type } from 'typebox'
import { isRefusal, type Refusal, refusalKinds } from '../flow/refusal.ts'
import { Words } from '../words.ts'

/** Tells why something was not done (RFC 9457). `because` has the words for the page; `fields` which entries were wrong. */
export const Problem = Type.Object(
  {
    type: Type.String(),
    status: Type.Integer(),
    code: Type.String(),
    title: Type.String(),
    detail: Type.String(),
    because: Words,
    request: Type.Optional(Type.String({ description: 'of a fault of ours: the id under which it stands in the log' })),
    fields: Type.Optional(Type.Array(Type.Object({ field: Type.String(), because: Words }))),
  },
  { description: 'application/problem+json' },
)
export type Problem = Static<typeof Problem>

export function problem(refusal: Refusal, fields?: Problem['fields']): Problem {
  const { status, zh } = refusalKinds[refusal.kind]
  return {
    type: `/docs/refusals#${refusal.kind}`,
    ...{ status, code: refusal.kind, title: zh, detail: refusal.because.zh, because: refusal.because },
    ...(fields && { fields }),
  }
}

/** A fault of ours with the number to read out to whoever looks after the house: the request's id, which leads to its lines in the log. */
export function underNumber(fault: Problem, request: string): Problem {
  const { zh, en } = fault.because
  const because = { zh: `${zh}（编号 ${request}）`, en: `${en} (number ${request})` }
  return { ...fault, request, because, detail: because.zh }
}

/** The same, said beside the one field that was wrong. */
export const wrongField = (field: string, refused: Refusal): Problem => problem(refused, [{ field, because: refused.because }])

/** The problems that a route may reply with, by status: for the description at `/openapi.json`. */
export const problems = { '4xx': Problem } as const

/** What a route replies: what was asked for, or the problem that a refusal is. */
export const orProblem = <Outcome extends object>(outcome: Outcome | Refusal): Outcome | Problem =>
  isRefusal(outcome) ? problem(outcome) : outcome

/** Whether a reply is a problem document. */
export const isProblem = (payload: unknown): payload is Problem =>
  typeof payload === 'object' && payload !== null && 'because' in payload && 'code' in payload && 'status' in payload
