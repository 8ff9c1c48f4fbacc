import type { Connection } from '#kernel/database/open.ts'
import { lockItems } from '#kernel/flow/store/items.ts'
import type { Case } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'

/**
 * The families of some cases: all that hang together by being split from one another or merged into one another, however far. Until
 * the transaction ends nobody else changes them.
 */
export async function lockFamilies(connection: Connection, district: string, ids: readonly string[]): Promise<Case[][]> {
  const locked = new Map<string, Case>()
  const asked = new Set<string>()
  for (let next = ids; next.length > 0; ) {
    for (const id of next) asked.add(id)
    const found = (await lockItems(connection, caseFlow, district, next)).map(({ item }) => item)
    for (const item of found) locked.set(item.id, item)
    next = [...new Set(found.flatMap(named))].filter((id) => !asked.has(id))
  }
  const families = new Map<Case, Case[]>()
  for (const id of ids) {
    const first = locked.get(id)
    if (!first || families.has(first)) continue
    const family = familyOf(first, locked)
    for (const one of family) families.set(one, family)
  }
  return [...new Set(families.values())]
}

function familyOf(first: Case, among: ReadonlyMap<string, Case>): Case[] {
  const family = new Set([first])
  // What is added meanwhile is gone through as well.
  for (const one of family)
    for (const id of named(one)) {
      const other = among.get(id)
      if (other && (cameOf(one, other) || cameOf(other, one))) family.add(other)
    }
  return [...family]
}

/** What a case was split from or merged into. */
const above = (item: Case): string[] => [
  ...(item.origin === undefined ? [] : [item.origin]),
  ...(item.state === 'merged' ? [item.parent] : []),
]

/** What a case names. Of its children some may have been taken out again. */
const named = (item: Case): string[] => [...above(item), ...item.children]

const cameOf = (child: Case, parent: Case): boolean => above(child).includes(parent.id) && !isApart(child, parent)

/** Whether a case goes on as another to which nothing was given of what was written and shown: each is forgotten when it is due itself. */
const isApart = (child: Case, parent: Case): boolean =>
  parent.state === 'withdrawn' && parent.continuedAs === child.id && parent.children.length === 1
