import type { Connection } from '#kernel/database/open.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import type { Case, CaseIn } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'

/** So many reports of one thing are read one by one; whoever has more knows what is wrong. */
const most = 50
/** So many cases that came of one are looked through for them at a time. */
const mostLooked = 200

/** The ids of all that hangs together with a case, however far: what came of it or was merged into it, and what it came of or is merged into. */
export async function idsOfFamily(connection: Connection, district: string, id: string): Promise<string[]> {
  const found = new Set<string>()
  for (let ids = [id]; ids.length > 0; ) {
    const more = await findItems(connection, caseFlow, district, ids)
    for (const one of ids) found.add(one)
    const named = more.flatMap(({ item }) => [
      ...item.children,
      ...(item.origin === undefined ? [] : [item.origin]),
      ...(item.state === 'merged' ? [item.parent] : []),
    ])
    ids = [...new Set(named)].filter((one) => !found.has(one))
  }
  found.delete(id)
  return [...found]
}

/** What is merged into a case directly, and still is. */
export async function mergedRightInto(connection: Connection, district: string, id: string): Promise<CaseIn<'merged'>[]> {
  const [parent] = await findItems(connection, caseFlow, district, [id])
  const children = parent ? await findItems(connection, caseFlow, district, parent.item.children) : []
  return children.flatMap(({ item }) => (item.state === 'merged' && item.parent === id ? [item] : []))
}

/** The case that was withdrawn and goes on as this one: what was merged into that belongs here. */
async function wentOnAs(connection: Connection, { district, id, origin }: Case): Promise<Case[]> {
  const found = origin === undefined ? [] : await findItems(connection, caseFlow, district, [origin])
  return found.flatMap(({ item }) => (item.state === 'withdrawn' && item.continuedAs === id ? [item] : []))
}

/**
 * What was merged into a case and still is, also by way of another that was merged first: the latest first, for a transaction that
 * sees the whole district.
 */
export async function mergedInto(connection: Connection, item: Case): Promise<CaseIn<'merged'>[]> {
  const found: CaseIn<'merged'>[] = []
  for (let above: Case[] = [item, ...(await wentOnAs(connection, item))]; above.length > 0 && found.length < most; ) {
    const [parents, ids] = [above.map(({ id }) => id), above.flatMap(({ children }) => children).slice(-mostLooked)]
    if (ids.length === 0) break
    const below = (await findItems(connection, caseFlow, item.district, ids)).flatMap(({ item: one }) =>
      one.state === 'merged' && parents.includes(one.parent) ? [one] : [],
    )
    found.push(...below)
    above = below
  }
  return found.toSorted((one, other) => (one.reportedAt < other.reportedAt ? 1 : -1)).slice(0, most)
}
