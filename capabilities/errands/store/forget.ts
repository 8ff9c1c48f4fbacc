import { sql } from 'kysely'
import type { Forget } from '#kernel/people/erasing.ts'

/** What errands keep of a person beside the vault: gives the photos of their papers and signatures. */
export const forgetErrands: Forget = async (connection, district, party) => {
  const { rows } = await sql<{ photos: string[] }>`
    select photos from errands.errands where district = ${district} and parties && ${[party]}`.execute(connection)
  return rows.flatMap(({ photos }) => photos)
}
