import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { namesAt } from '#kernel/place/store/find.ts'
import type { Concerned } from '../contract/item.ts'
import type { BulletinFacts } from '../show.ts'

/** What codes stand for, as far as a bulletin can be for it: estates, buildings and whole communities that stand on a day and until one. */
export async function concernedBy(
  connection: Connection,
  district: string,
  codes: readonly string[],
  { day, until = day }: { day: string; until?: string | undefined },
): Promise<Map<string, Concerned>> {
  if (codes.length === 0) return new Map()
  const { rows } = await sql<Row>`
    select code, kind, name, parent, street, community from place.units
    where district = ${district} and code = any (${[...codes]}) and kind in ('estate', 'building', 'community')
      and starts <= ${day}::date and (ends is null or ends > ${until}::date)`.execute(connection)
  const parents = rows.flatMap(({ kind, parent }) => (kind === 'building' && parent !== null ? [parent] : []))
  const called = await namesAt(connection, district, parents, day)
  return new Map(rows.map((row) => [row.code, concerned(row, called)]))
}

/** So many places a picker shows. */
const mostOffered = 60

/**
 * The places that a unit may write to, by name: those of its community or street, those that a company serves, all for a utility.
 * `inside` asks for the buildings of an estate; else estates and communities.
 */
export async function placesOf(
  connection: Connection,
  district: string,
  { code, kind, serves }: NonNullable<BulletinFacts['home']>,
  { search, inside, day }: { search?: string | undefined; inside?: string | undefined; day: string },
): Promise<Concerned[]> {
  const kinds = inside !== undefined ? ['building'] : kind === 'propertyCompany' ? ['estate'] : ['estate', 'community']
  const within = {
    community: sql`and community = ${code}`,
    street: sql`and street = ${code}`,
    propertyCompany: sql`and (code = any (${[...(serves ?? [])]}) or parent = any (${[...(serves ?? [])]}))`,
    utility: sql``,
  }
  if (kind !== 'community' && kind !== 'street' && kind !== 'propertyCompany' && kind !== 'utility') return []
  const { rows } = await sql<Row>`
    select code, kind, name, parent, street, community from place.units
    where district = ${district} and kind = any (${kinds}) and starts <= ${day}::date and (ends is null or ends > ${day}::date)
      ${within[kind]} ${inside === undefined ? sql`` : sql`and parent = ${inside}`}
      ${search === undefined ? sql`` : sql`and strpos(name, ${search}) > 0`}
    order by kind, name, code limit ${sql.lit(mostOffered)}`.execute(connection)
  const parents = rows.flatMap((row) => (row.kind === 'building' && row.parent !== null ? [row.parent] : []))
  const called = await namesAt(connection, district, parents, day)
  return rows.map((row) => concerned(row, called))
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
