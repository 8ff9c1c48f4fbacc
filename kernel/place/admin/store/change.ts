import { sql } from 'kysely'
import type { Connection } from '../../../database/open.ts'
import type { Pair } from '../../coordinates.ts'
import type { StreetForm, UnitKind } from '../../kinds.ts'
import type { AliasRow } from '../../rows.ts'
import { writeAliases } from '../../store/write.ts'

/** What may be corrected of a unit. */
export interface Corrected {
  name: string
  kind: UnitKind
  form: StreetForm | null
  parent: string | null
  street: string | null
  community: string | null
  ends: string | null
  /** The estates that a property company serves. */
  serves: readonly string[]
}

export const makeUnit = (
  connection: Connection,
  district: string,
  code: string,
  { name, kind, form, parent, street, community, serves }: Corrected,
  starts: string,
) =>
  sql`insert into place.units (district, code, kind, form, name, parent, street, community, serves, starts)
    values (${district}, ${code}, ${kind}, ${form}, ${name}, ${parent}, ${street}, ${community}, ${[...serves]}, ${starts}::date)`.execute(
    connection,
  )

export const correctUnit = (
  connection: Connection,
  district: string,
  code: string,
  { name, kind, form, parent, street, community, ends, serves }: Corrected,
) =>
  sql`update place.units set name = ${name}, kind = ${kind}, form = ${form}, parent = ${parent}, street = ${street},
      community = ${community}, ends = ${ends}::date, serves = ${[...serves]}
    where district = ${district} and code = ${code}`.execute(connection)

export const placeUnit = (connection: Connection, district: string, code: string, [longitude, latitude]: Pair) =>
  sql`update place.units set point = ST_SetSRID(ST_MakePoint(${longitude}::float8, ${latitude}::float8), 4326)
    where district = ${district} and code = ${code}`.execute(connection)

/** Takes what lies in a moved community or estate along: the units below it, and a community's grids from a day on. */
export async function takeAlong(
  connection: Connection,
  district: string,
  code: string,
  { kind, street, community }: Pick<Corrected, 'kind' | 'street' | 'community'>,
  day: string,
): Promise<void> {
  const below = kind === 'community' ? sql`community = ${code}` : sql`parent = ${code}`
  await sql`update place.units set street = ${street}, community = ${community}
    where district = ${district} and code <> ${code} and ${below}`.execute(connection)
  if (kind === 'community' && street !== null)
    await sql`update place.grids set street = ${street}
      where district = ${district} and community = ${code} and (ends is null or ends > ${day}::date)`.execute(connection)
}

/** The other names of a unit are these, and no others. */
export async function setAliases(
  connection: Connection,
  district: string,
  code: string,
  aliases: readonly Pick<AliasRow, 'alias' | 'kind'>[],
): Promise<void> {
  const names = aliases.map(({ alias }) => alias)
  await sql`delete from place.aliases where district = ${district} and target = ${code} and target_kind = 'unit'
    and alias <> all (${names}::text[])`.execute(connection)
  await writeAliases(
    connection,
    district,
    aliases.map(({ alias, kind }) => ({ alias, kind, targetKind: 'unit', target: code })),
  )
}
