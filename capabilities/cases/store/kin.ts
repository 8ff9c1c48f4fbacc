import type { Connection } from '#kernel/database/open.ts'
import { lockItems } from '#kernel/flow/store/items.ts'
import type { Case } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'

/**
 * A case with all that hang together with it, by being split from one another or merged into one another, however far: until the
 * transaction ends nobody else changes them.
 */
export async function lockKin(connection: Connection, district: string, id: string): Promise<Case[]> {
  const kin = new Map<string, Case>()
  const strangers = new Set<string>()
  for (let ids = [id]; ids.length > 0; ) {
    const found = (await lockItems(connection, caseFlow, district, ids)).map(({ item }) => item)
    for (const item of found)
      if (item.id === id || [...kin.values()].some((one) => areKin(one, item) || areKin(item, one))) kin.set(item.id, item)
      else strangers.add(item.id)
    const near = [...kin.values()].flatMap((item) => [...above(item), ...item.children])
    ids = [...new Set(near)].filter((one) => !kin.has(one) && !strangers.has(one))
  }
  return [...kin.values()]
}

/** What a case came of or went into. Whom it only names among its children may have been taken out again. */
const above = (item: Case): string[] => [
  ...(item.origin === undefined ? [] : [item.origin]),
  ...(item.state === 'merged' ? [item.parent] : []),
]

const areKin = (parent: Case, child: Case): boolean => above(child).includes(parent.id)
