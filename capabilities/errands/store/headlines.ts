import { sql } from 'kysely'
import type { HeadlinesOf } from '#kernel/record/headlines.ts'
import { words } from '#kernel/words.ts'
import type { ErrandItem } from '../contract/item.ts'
import { numberOf } from '../contract/number.ts'

/** What is said of an errand where it is told of elsewhere, as beside a look: nothing of it lies in the vault. */
export const errandHeadlines: HeadlinesOf = async (connection, { district }, ids) => {
  const { rows } = await sql<{ id: string; name: ErrandItem['name']; place: string }>`
    select id, item -> 'itemName' as name, item ->> 'communityName' as place
    from errands.errands where district = ${district} and id = any (${[...ids]})`.execute(connection)
  return new Map(rows.map(({ id, name: { zh, en = zh }, place }) => [id, { number: numberOf(id), matter: words(zh, en), place }]))
}
