import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { namesAt } from '#kernel/place/store/find.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { MemberKind } from '../contract/kinds.ts'
import type { DeclaredRow } from '../contract/seen.ts'

const size = 100

/** How many declared at each of some estates, of those that stand. */
export async function declaredAt(
  connection: Connection,
  district: string,
  estates: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ estate: string; count: number }>`
    select estate, count(*)::integer as count from declarations.declarations
    where district = ${district} and state = 'declared' and estate = any (${[...estates]}) group by estate`.execute(connection)
  return new Map(rows.map(({ estate, count }) => [estate, count]))
}

/** Which of those who declared and claimed are asked for. */
export interface DeclaredFilter {
  kind?: MemberKind
  street?: string
  community?: string
  /** How many were on the pages before. */
  from?: number
}

/** A page of those whom the figures count and whoever asks sees, by place; nothing in it tells who they are. */
export async function declaredRows(
  connection: Connection,
  district: string,
  { kind, street, community, from = 0 }: DeclaredFilter,
  day: string,
): Promise<{ rows: DeclaredRow[]; more: boolean }> {
  const conditions = [
    sql`district = ${district}`,
    kind === undefined ? sql`claimed_as is not null` : sql`claimed_as = ${kind}`,
    ...(street === undefined ? [] : [sql`street = ${street}`]),
    ...(community === undefined ? [] : [sql`community = ${community}`]),
  ]
  const { rows } = await sql<{ kind: MemberKind; estate: string; community: string; at: Date; state: string; areas: number }>`
    select claimed_as as kind, estate, community, claimed_at as at, state, areas from declarations.declarations
    where ${sql.join(conditions, sql` and `)} order by community, estate, claimed_at, id
    limit ${sql.lit(size + 1)} offset ${from}`.execute(connection)
  const page = rows.slice(0, size)
  const called = await namesAt(connection, district, [...new Set(page.flatMap((row) => [row.estate, row.community]))], day)
  const nameOf = (code: string) => called.get(code) ?? code
  return {
    rows: page.map((row) => ({
      ...{ kind: row.kind, estateName: nameOf(row.estate), communityName: nameOf(row.community) },
      claimedOn: dayOf(Temporal.Instant.fromEpochMilliseconds(row.at.getTime())),
      ...{ standing: row.state === 'declared', areas: row.areas },
    })),
    more: rows.length > size,
  }
}
