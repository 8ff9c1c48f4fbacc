import type { Connection } from '#kernel/database/open.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import type { Case, CaseIn } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'

/** So many reports of one thing are read one by one; whoever has more knows what is wrong. */
const most = 50

/** What was merged into a case and still is, the latest first, for a transaction that sees the whole district. */
export async function mergedInto(connection: Connection, { district, id, children }: Case): Promise<CaseIn<'merged'>[]> {
  if (children.length === 0) return []
  const found = await findItems(connection, caseFlow, district, children.slice(-most))
  return found
    .flatMap(({ item }) => (item.state === 'merged' && item.parent === id ? [item] : []))
    .toSorted((one, other) => (one.reportedAt < other.reportedAt ? 1 : -1))
}
