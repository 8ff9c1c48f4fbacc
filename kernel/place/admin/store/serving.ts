import { sql } from 'kysely'
import type { Connection } from '../../../database/open.ts'

/** Of some estates those that stand, with the property company that serves each. */
export async function estatesServed(connection: Connection, district: string, estates: readonly string[]) {
  const { rows } = await sql<{ code: string; name: string }>`
    select code, name from place.units
    where district = ${district} and code = any (${[...estates]}) and kind = 'estate' and ends is null`.execute(connection)
  const companies = await sql<{ code: string; name: string; serves: string[] }>`
    select code, name, serves from place.units
    where district = ${district} and kind = 'propertyCompany' and ends is null and serves && ${[...estates]}::text[]`.execute(
    connection,
  )
  return new Map(
    rows.map(({ code, name }) => {
      const company = companies.rows.find(({ serves }) => serves.includes(code))
      return [code, { name, by: company ? { code: company.code, name: company.name } : null }]
    }),
  )
}
