import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { refuse } from '#kernel/flow/refusal.ts'
import { findItems } from '#kernel/flow/store/items.ts'
import type { Forget } from '#kernel/people/erasing.ts'
import { idOfNameless, isNameless } from '#kernel/people/nameless.ts'
import { staffHasItsCode } from '../calling.ts'
import type { Case } from '../contract/item.ts'
import { caseFlow } from '../flow.ts'
import { isSettled } from '../settled.ts'
import { forgetCalls } from './callers.ts'
import { forgetWords } from './words.ts'

/**
 * What cases keep of a person beside the vault: gives the photos of what they reported, and of what they added or said later. By a code that went
 * through the hands of whoever filed it, nothing that is still open is made unreadable.
 */
export const forgetCases: Forget = async (connection, district, party) => {
  if (isNameless(party)) {
    const [kept] = await findItems(connection, caseFlow, district, [idOfNameless(party)])
    if (kept && staffHasItsCode(kept.item) && (await isOpen(connection, kept.item)))
      return refuse(
        '这件事是工作人员代报的，还在办：归档后才能用查询码删除资料',
        'it was filed by staff for somebody, and is open: by its code data are erased once it is closed',
      )
  }
  await forgetWords(connection, district, party)
  await forgetCalls(connection, district, party)
  const { rows } = await sql<{ photos: string[] }>`
    select array(select jsonb_array_elements_text(item->'photos')) as photos from cases.cases
    where district = ${district} and reporter = ${party}`.execute(connection)
  const later = await sql<{ photo: string }>`
    select jsonb_array_elements_text(body::jsonb->'input'->'photos') as photo from record.events
    where district = ${district} and item in (select f.id from cases.followers f where f.district = ${district} and f.party = ${party})
      and command in ('comment', 'replyToAsk') and body::jsonb->'by'->>'id' = ${party}`.execute(connection)
  return [...rows.flatMap(({ photos }) => photos), ...later.rows.map(({ photo }) => photo)]
}

/** Whether a case is waited for still: one that is merged, as long as what it is part of is. */
async function isOpen(connection: Connection, item: Case): Promise<boolean> {
  if (item.state !== 'merged') return !isSettled(item)
  const [parent] = await findItems(connection, caseFlow, item.district, [item.parent])
  return parent !== undefined && isOpen(connection, parent.item)
}
