import type { Connection } from '../../database/open.ts'
import { refusal } from '../../flow/refusal.ts'
import { termsOf } from './store/posts.ts'

/**
 * Whether a district would be without a system administrator once an account is none from a day on: nobody else is one then who stays
 * at least as long. Ask it after `raiseRules`: that lets one change of posts at a time through.
 */
export async function isLast(connection: Connection, district: string, account: string, day: string): Promise<boolean> {
  const terms = await termsOf(connection, district, 'systemAdmin', day)
  const untilOf = (term: { ends: string | null }) => term.ends ?? 'for good'
  const own = terms.filter((term) => term.account === account).map(untilOf)
  // Days in ISO 8601 sort before any word.
  return own.length > 0 && terms.every((term) => term.account === account || own.some((until) => untilOf(term) < until))
}

export const lastOne = refusal(
  'rule',
  '这是最后一位系统管理员，或别的都比此人先到期：先任命另一位再免',
  'this is the last system administrator, or the others end sooner: appoint another first',
)
