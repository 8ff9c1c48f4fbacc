import type { Connection } from '#kernel/database/open.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import type { Known } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'

/**
 * From which cases one came, the nearest first: what its reporter said first stands under the last of these, what was said of a case
 * between under that. For a transaction that sees the whole district.
 */
export async function originsOf(connection: Connection, { district, origin }: Known): Promise<string[]> {
  const origins: string[] = []
  for (let above = origin; above !== undefined; ) {
    origins.push(above)
    const [kept] = await findItems(connection, caseFlow, district, [above])
    above = kept?.item.origin
  }
  return origins
}
