import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { namesAt } from '#kernel/place/store/find.ts'
import type { Concerned } from '../contract.ts'

/** What codes stand for, as far as a bulletin can be for it: estates, buildings and whole communities that stand on a day. */
export async function concernedBy(
  connection: Connection,
  district: string,
  codes: readonly string[],
  day: string,
): Promise<Map<string, Concerned>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select code, kind, name, parent, street, community from place.units
    where district = ${district} and code = any (${[...codes]}) and kind in ('estate', 'building', 'community')
      and starts <= ${day}::date and (ends is null or ends > ${day}::date)`.execute(connection)
  const parents = rows.flatMap(({ kind, parent }) => (kind === 'building' && parent !== null ? [parent] : []))
  const called = await namesAt(connection, district, parents, day)
  return new Map(rows.map((row) => [row.code, concerned(row, called)]))
}

interface Row {
  code: string
  kind: string
  name: string
  parent: string | null
  street: string | null
  community: string | null
}

function concerned({ code, kind, name, parent, street, community }: Row, called: ReadonlyMap<string, string>): Concerned {
  const inside = kind === 'building' && parent !== null && parent !== community ? parent : undefined
  const estate = kind === 'estate' ? code : inside
  return {
    ...{ code, name: inside === undefined ? name : `${called.get(inside) ?? ''}${name}` },
    ...(estate !== undefined && { estate }),
    ...(community !== null && { community }),
    ...(street !== null && { street }),
  }
}
