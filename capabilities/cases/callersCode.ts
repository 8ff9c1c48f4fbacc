import { Type } from 'typebox'
import { Compile } from 'typebox/compile'
import type { Question } from '#kernel/flow/house.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { mobileOf } from '#kernel/vault/telephone.ts'
import type { Case } from './contract/item.ts'

const filed = Compile(Type.Object({ as: Type.Optional(Type.String()), phone: Type.Optional(Type.String()) }))
const isFiled = (input: unknown): input is { as?: string; phone?: string } => filed.Check(input)

/**
 * The telephone of whoever staff report for, if it takes messages: there the query code goes, past the hands of who files it, so
 * that only the reporter rates (`loop.md`).
 */
export const callersMobile = ({ role }: Actor, input: unknown): string | undefined =>
  role === 'resident' || !isFiled(input) || input.as === 'patrol' || input.phone === undefined ? undefined : mobileOf(input.phone)

/** Whether it goes there, as a decision asks: by then the telephone has moved into the vault. */
export function codeGoesPastStaff({ actor, sent }: Pick<Question<Case>, 'actor' | 'sent'>): boolean {
  if (sent?.name !== 'report' || typeof sent.input !== 'object') return false
  const phone = sent.found.find(({ field }) => field === 'phone')?.value
  return phone !== undefined && callersMobile(actor, { ...sent.input, phone }) !== undefined
}
