import type { Connection } from '#kernel/database/open.ts'
import type { Served } from '#kernel/register/edit.ts'
import { entryAt } from '#kernel/register/store.ts'
import type { ErrandItem } from '../contract/item.ts'
import { errandItemRegister } from '../register.ts'

/** The register of errand items; its rules look at nothing beside it. */
export const servedErrandItems: Served<typeof ErrandItem, unknown> = {
  register: errandItemRegister,
  facts: async () => undefined,
}

/** The item with this code, where it stands on a day. */
export async function itemAt(
  connection: Connection,
  district: string,
  code: string,
  day: string,
): Promise<ErrandItem | undefined> {
  const kept = await entryAt(connection, errandItemRegister, district, code)
  return kept && (kept.ends === null || kept.ends > day) ? kept.entry : undefined
}
