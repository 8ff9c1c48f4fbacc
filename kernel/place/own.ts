import { type RawBuilder, sql } from 'kysely'

/** Where whoever chooses has their post: what lies there comes first in a list to choose from. */
export interface Own {
  code: string
  street?: string | undefined
  community?: string | undefined
  /** The estates that a property company serves, or that lie in a grid. */
  estates?: readonly string[] | undefined
}

/** How much of a place is one's own: 0 it itself, then its community, then its street, 3 nothing of it. */
export const ownness = (own: Own | undefined, { code, street, community }: Omit<Own, 'estates'>): number => {
  if (own === undefined) return 3
  if (code === own.code || own.estates?.includes(code)) return 0
  if (community !== undefined && community === own.community) return 1
  return street !== undefined && street === own.street ? 2 : 3
}

/** The same of rows with these columns. */
export const ownnessIn = (own: Own | undefined, table = sql``): RawBuilder<number> =>
  own
    ? sql`case when ${table}code = ${own.code} or ${table}code = any (${[...(own.estates ?? [])]}::text[]) then 0 when ${table}community = ${own.community ?? null}::text then 1
        when ${table}street = ${own.street ?? null}::text then 2 else 3 end`
    : sql`3`
