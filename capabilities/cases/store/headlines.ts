import { findItems } from '#kernel/flow/store/items.ts'
import type { HeadlinesOf } from '#kernel/record/routes.ts'
import type { Cases } from '../capability.ts'
import { caseFlow } from '../flow.ts'
import { rowOf } from '../row.ts'
import { categoryWords } from '../rulebook.ts'

/** What a notice about a case says beside its words: what lists say of it, and nothing that lies in the vault. */
export const headlinesIn =
  ({ rulesOf }: Cases): HeadlinesOf =>
  async (connection, district, ids) => {
    const rules = await rulesOf(connection, district)
    const kept = await findItems(connection, caseFlow, district, ids)
    return new Map(
      kept.map(({ item }) => {
        const { category, place, dueAt, yellowAt } = rowOf(item, rules)
        const matter = categoryWords(rules, category)
        return [item.id, { matter, place, ...(dueAt !== undefined && { dueAt }), ...(yellowAt !== undefined && { yellowAt }) }]
      }),
    )
  }
