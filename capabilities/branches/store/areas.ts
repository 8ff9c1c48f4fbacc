import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { secretId } from '#kernel/vault/personal.ts'
import { sealedUnder, unsealed } from '#kernel/vault/store.ts'
import type { Claim, Declaration } from '../contract/declaration.ts'
import type { Area } from '../contract/seen.ts'
import { declarationFlow } from '../flow.ts'

const claimsOf = (item: Declaration | undefined) => (item?.state === 'declared' ? item.claims : [])
const nameOf = (item: Declaration | undefined) => (item?.state === 'declared' ? item.shownName : undefined)

/** The rows by which neighbours find what a member looks after: references to what lies in the vault, and nothing of who it is. */
export const areaRows = (item: Declaration) =>
  claimsOf(item).map(({ id, kind, where, promise, claimedAt }: Claim) => ({
    ...{ district: item.district, id, declaration: item.id, estate: item.estate, community: item.community, street: item.street },
    ...{ kind, where_said: where, promise, shown_name: nameOf(item) ?? null, since: claimedAt },
  }))

/**
 * The writes that keep what neighbours find in step with a declaration. What ends or is taken back is forgotten at once: its words go
 * from the vault. Of one that is withdrawn no call of the clock is left either.
 */
export function areaWrites(before: Declaration | undefined, after: Declaration): RawBuilder<unknown>[] {
  const { district, id } = after
  const writes: RawBuilder<unknown>[] = []
  const there = new Set(claimsOf(before).map((claim) => claim.id))
  const stands = new Set(claimsOf(after).map((claim) => claim.id))
  const gone = claimsOf(before).filter((claim) => !stands.has(claim.id))
  const [was, is] = [nameOf(before), nameOf(after)]
  if (gone.length > 0)
    writes.push(sql`delete from declarations.areas where district = ${district} and id = any (${gone.map((claim) => claim.id)})`)
  const unsaid = [...gone.flatMap(({ where, promise }) => [where, promise]), ...(was !== undefined && was !== is ? [was] : [])]
  if (unsaid.length > 0)
    writes.push(sql`delete from vault.secrets where district = ${district} and id = any (${unsaid.map(secretId)})`)
  if (was !== is && there.size > 0)
    writes.push(
      sql`update declarations.areas set shown_name = ${is ?? null} where district = ${district} and declaration = ${id}`,
    )
  const fresh = areaRows(after).filter((row) => !there.has(row.id))
  for (const { where_said, promise, shown_name, ...row } of fresh)
    writes.push(sql`
      insert into declarations.areas (district, id, declaration, estate, community, street, kind, where_said, promise, shown_name, since)
      values (${district}, ${row.id}, ${id}, ${row.estate}, ${row.community}, ${row.street}, ${row.kind}, ${where_said}, ${promise},
        ${shown_name}, ${row.since}::timestamptz)`)
  if (before && after.state === 'withdrawn')
    writes.push(sql`delete from flow.timers where district = ${district} and flow = ${declarationFlow.name} and item = ${id}`)
  return writes
}

interface Row {
  id: string
  declaration: string
  estate: string
  kind: Area['kind']
  where_said: string
  promise: string
  shown_name: string | null
  since: Date
}

/** So many areas are read at once at most. */
const most = 500

/**
 * What is looked after at some estates, the oldest first, in the words of its members, and by whom as far as they agreed. They said it
 * for their neighbours to read: it is no look at what is personal.
 */
export async function areasAt(
  connection: Connection,
  ring: Keyring,
  district: string,
  estates: readonly string[],
): Promise<Area[]> {
  const { rows } = await sql<Row>`
    select id, declaration, estate, kind, where_said, promise, shown_name, since from declarations.areas
    where district = ${district} and estate = any (${[...estates]}) order by estate, since, id limit ${sql.lit(most)}`.execute(
    connection,
  )
  const declarations = [...new Set(rows.map(({ declaration }) => declaration))]
  const references = rows.flatMap(({ where_said, promise, shown_name }) => [where_said, promise, shown_name ?? []].flat())
  const said = unsealed(ring, district, await sealedUnder(connection, district, declarations, [...new Set(references)]))
  return rows.flatMap(({ id, estate, kind, where_said, promise, shown_name, since }) => {
    const [where, what] = [said.get(where_said), said.get(promise)]
    // Of somebody who was erased nothing opens any more.
    if (where === undefined || what === undefined) return []
    const by = shown_name === null ? undefined : said.get(shown_name)
    const at = Temporal.Instant.fromEpochMilliseconds(since.getTime()).toString()
    return [{ id, estate, kind, where, promise: what, since: at, ...(by !== undefined && { by }) }]
  })
}
