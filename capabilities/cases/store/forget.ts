import { sql } from 'kysely'
import type { Forget } from '#kernel/people/erasing.ts'
import { forgetCalls } from './callers.ts'
import { forgetWords } from './words.ts'

/** What cases keep of a person beside the vault: gives the photos of what they reported, and of what they added or said later. */
export const forgetCases: Forget = async (connection, district, party) => {
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
