import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import { together } from '../database/together.ts'
import { lookInto } from '../database/within.ts'
import { refusal, thrown } from '../flow/refusal.ts'
import { freshDataKey, open, seal, unwrap, type WrappedKey, wrappedAnew } from './cipher.ts'
import type { Keyring } from './keyring.ts'
import { type Found, secretId } from './personal.ts'

/** Whose data it is: an account, or the nameless reporter of one case. */
interface Subject {
  district: string
  subject: string
}
const placeOf = ({ district, subject }: Subject) => `${district}/${subject}`

/** The person's data key, or a new one together with the write that keeps it. Refuses somebody who was erased. */
export async function dataKeyOf(connection: Connection, ring: Keyring, whose: Subject, now: Temporal.Instant) {
  const { rows } = await sql<{ wrapped: string | null; master: number }>`
    select wrapped, master from vault.keys where district = ${whose.district} and subject = ${whose.subject}`.execute(connection)
  const [row] = rows
  if (row?.wrapped) return { key: unwrap(ring, placeOf(whose), { wrapped: row.wrapped, master: row.master }), writes: [] }
  if (row) throw thrown(erased)
  return newDataKey(ring, whose, now)
}

/** Whether a keyring opens a data key of this database; also where there is none yet. */
export async function opensSome(connection: Connection, ring: Keyring): Promise<boolean> {
  const { rows } = await sql<Subject & WrappedKey>`
    select district, subject, wrapped, master from vault.keys where wrapped is not null limit 1`.execute(connection)
  const [row] = rows
  try {
    if (row) unwrap(ring, placeOf(row), row)
    return true
  } catch {
    return false
  }
}

const erased = refusal(
  'rule',
  '此人的资料已按要求删除，不能再为其保存新的内容',
  'the data of this person were erased as they asked: nothing more can be kept for them',
)

/** A data key for somebody who has none yet, with the write that keeps it. */
export function newDataKey(ring: Keyring, whose: Subject, now: Temporal.Instant) {
  const { key, kept } = freshDataKey(ring, placeOf(whose))
  return { key, writes: [keepKey(whose, kept, now)] }
}

const keepKey = (
  { district, subject }: Subject,
  { wrapped, master }: WrappedKey,
  now: Temporal.Instant,
): RawBuilder<unknown> => sql`
  insert into vault.keys (district, subject, wrapped, master, made_at)
  values (${district}, ${subject}, ${wrapped}, ${master}, ${now.toString()}::timestamptz)`

/** The data keys of several people, and the rows of those that are new; `subjects` says since when each is needed. */
export async function dataKeysOf(
  connection: Connection,
  ring: Keyring,
  district: string,
  subjects: ReadonlyMap<string, Temporal.Instant>,
) {
  const { rows } = await sql<{ subject: string; wrapped: string | null; master: number }>`
    select subject, wrapped, master from vault.keys where district = ${district} and subject = any (${[...subjects.keys()]})`.execute(
    connection,
  )
  const known = new Map(rows.map((row) => [row.subject, row]))
  const keys = new Map<string, Buffer>()
  const fresh: object[] = []
  for (const [subject, since] of subjects) {
    const place = placeOf({ district, subject })
    const row = known.get(subject)
    if (row?.wrapped) keys.set(subject, unwrap(ring, place, { wrapped: row.wrapped, master: row.master }))
    else if (row) throw thrown(erased)
    else {
      const made = newKeyRow(ring, { district, subject }, since)
      keys.set(subject, made.key)
      fresh.push(made.row)
    }
  }
  return { keys, fresh }
}

/** A data key for somebody who has none yet, with its row. */
export function newKeyRow(ring: Keyring, whose: Subject, since: Temporal.Instant) {
  const { key, kept } = freshDataKey(ring, placeOf(whose))
  return { key, row: { ...whose, ...kept, made_at: since.toString() } }
}

/** The row of a secret, encrypted. */
export const secretRow = (key: Buffer, whose: Subject, item: string | null, { id, field, value }: Found) => ({
  ...{ district: whose.district, id, subject: whose.subject, item, field },
  sealed: seal(key, `${placeOf(whose)}/${id}`, value),
})

/** The write that keeps what was found in an input, encrypted. */
export function keepSecrets(key: Buffer, whose: Subject, item: string | null, found: readonly Found[]): RawBuilder<unknown>[] {
  if (found.length === 0) return []
  const rows = found.map((one) => {
    const { district, id, subject, field, sealed } = secretRow(key, whose, item, one)
    return sql`(${district}, ${id}, ${subject}, ${item}, ${field}, ${sealed})`
  })
  return [sql`insert into vault.secrets (district, id, subject, item, field, sealed) values ${sql.join(rows)}`]
}

/** What the account of a person keeps of them, by reference. What was told for an item is shown with it, by its own rules. */
export async function accountSecrets(connection: Connection, { district, subject }: Subject) {
  const { rows } = await sql<{ id: string; field: string }>`
    select id, field from vault.secrets where district = ${district} and subject = ${subject} and item is null`.execute(
    connection,
  )
  return rows.map(({ id, field }) => ({ reference: `vault:${id}`, field }))
}

/** A secret as it is kept, with the key that opens it, wrapped. */
interface Sealed extends WrappedKey {
  id: string
  subject: string
  sealed: string
}

/** Some secrets, still sealed. Those of a person who was erased, or that the reader may not see, are missing in what it gives. */
export async function sealedSecrets(connection: Connection, district: string, references: readonly string[]): Promise<Sealed[]> {
  if (references.length === 0) return []
  const { rows } = await sql<Sealed>`
    select s.id, s.subject, s.sealed, k.wrapped, k.master from vault.secrets s
    join vault.keys k on k.district = s.district and k.subject = s.subject
    where s.district = ${district} and s.id = any (${references.map(secretId)}) and k.wrapped is not null`.execute(connection)
  return rows
}

/** The same of those that were told under some items, for whoever has seen what shows them. */
export async function sealedUnder(
  connection: Connection,
  district: string,
  items: readonly string[],
  references: readonly string[],
): Promise<Sealed[]> {
  if (items.length === 0 || references.length === 0) return []
  await lookInto(connection, ...items)
  return sealedSecrets(connection, district, references)
}

/** Reads some secrets and opens them. */
export const openSecrets = async (connection: Connection, ring: Keyring, district: string, references: readonly string[]) =>
  unsealed(ring, district, await sealedSecrets(connection, district, references))

/** What secrets say, by their references. */
export function unsealed(ring: Keyring, district: string, rows: readonly Sealed[]): Map<string, string> {
  return new Map(
    rows.map(({ id, subject, sealed, wrapped, master }) => {
      const place = placeOf({ district, subject })
      return [`vault:${id}`, open(unwrap(ring, place, { wrapped, master }), `${place}/${id}`, sealed).toString()]
    }),
  )
}

/**
 * The writes that erase some people: without their keys nothing of theirs can be read again, in any backup of these rows either.
 * Whoever signs in with the telephone of one afterwards is somebody new.
 */
export function erasing(district: string, subjects: readonly string[], now: Temporal.Instant): RawBuilder<unknown>[] {
  if (subjects.length === 0) return []
  const theirs = sql`district = ${district} and subject = any (${[...subjects]}::text[])`
  const at = sql`${now.toString()}::timestamptz`
  // Rows one by one in the statement: Citus copies what comes from a select, which row-level security does not allow.
  const keys = [...new Set(subjects)].map((subject) => sql`(${district}, ${subject}, 0, ${at}, ${at})`)
  return [
    // Also of whoever had told nothing yet: that they are erased stands, and nothing is kept for them from now on.
    sql`insert into vault.keys (district, subject, master, made_at, erased_at) values ${sql.join(keys)}
      on conflict (district, subject) do update set wrapped = null, erased_at = excluded.erased_at`,
    sql`delete from vault.secrets where ${theirs}`,
    sql`delete from vault.phones where ${theirs}`,
    sql`update vault.looks set reason = '' where ${theirs}`,
  ]
}

/** Erases some people, in one statement for all. */
export const eraseAll = (connection: Connection, district: string, subjects: readonly string[], now: Temporal.Instant) =>
  together(connection, erasing(district, subjects, now))

/** Wraps data keys of older master keys with the current one, some at a time. Gives how many were done. */
export async function rewrap(connection: Connection, ring: Keyring, district: string, most = 500): Promise<number> {
  const { rows } = await sql<{ subject: string; wrapped: string; master: number }>`
    select subject, wrapped, master from vault.keys
    where district = ${district} and wrapped is not null and master <> ${ring.current} limit ${most} for update`.execute(
    connection,
  )
  for (const { subject, wrapped, master } of rows) {
    const place = placeOf({ district, subject })
    const anew = wrappedAnew(ring, place, { wrapped, master })
    await sql`update vault.keys set wrapped = ${anew.wrapped}, master = ${anew.master}
      where district = ${district} and subject = ${subject}`.execute(connection)
  }
  return rows.length
}
