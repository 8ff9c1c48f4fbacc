import { sql } from 'kysely'
import type { Connection } from '../../database/open.ts'

interface Company {
  code: string
  name: string
}

/** Who serves each of some estates on a day or later: the property companies that stand then, but for those that are being changed. */
export async function servedBy(
  connection: Connection,
  district: string,
  estates: readonly string[],
  { day, but }: { day: string; but: readonly string[] },
): Promise<Map<string, Company>> {
  if (estates.length === 0) return new Map()
  const { rows } = await sql<Company & { serves: string[] }>`
    select code, name, serves from place.units
    where district = ${district} and kind = 'propertyCompany' and (ends is null or ends > ${day}::date)
      and code <> all (${[...but]}::text[]) and serves && ${[...estates]}::text[]`.execute(connection)
  return new Map(rows.flatMap(({ code, name, serves }) => serves.map((estate) => [estate, { code, name }])))
}

/** The names of those of some estates that stand. */
export async function standingEstates(
  connection: Connection,
  district: string,
  estates: readonly string[],
  day: string,
): Promise<Map<string, string>> {
  const { rows } = await sql<Company>`
    select code, name from place.units where district = ${district} and code = any (${[...estates]}) and kind = 'estate'
      and (ends is null or ends > ${day}::date)`.execute(connection)
  return new Map(rows.map(({ code, name }) => [code, name]))
}

/** What some property companies serve. */
export async function servesOf(
  connection: Connection,
  district: string,
  companies: readonly string[],
): Promise<Map<string, readonly string[]>> {
  if (companies.length === 0) return new Map()
  const { rows } = await sql<{ code: string; serves: string[] }>`
    select code, serves from place.units where district = ${district} and code = any (${[...companies]})`.execute(connection)
  return new Map(rows.map(({ code, serves }) => [code, serves]))
}
