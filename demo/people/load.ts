import { sql } from 'kysely'
import type { Connection } from '#kernel/database/open.ts'
import { type NewAccount, writeAccounts } from '#kernel/people/accounts.ts'
import { hashPassword } from '#kernel/people/password.ts'
import { writePosts } from '#kernel/people/posts.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { keyedHash } from '#kernel/vault/cipher.ts'
import type { Keyring } from '#kernel/vault/keyring.ts'
import { randomFrom } from '../geography/random.ts'
import { demoPassword, personas } from '../personas.ts'
import { demoPhone, personName } from './names.ts'
import type { Staff } from './staff.ts'

/** The residents with an account: the persona, and some more who sign in by telephone. Their ids, by counting. */
export const residents: readonly string[] = [
  'resident',
  ...Array.from({ length: 60 }, (_, index) => `resident-${String(index + 1).padStart(3, '0')}`),
]
/** The name that a resident gives with a report. */
export const nameOf = (resident: string): string =>
  personas.find(({ account }) => account === resident)?.name ?? personName(randomFrom(residents.indexOf(resident)))
/** The telephone of a resident's account. */
export const phoneOf = (resident: string) => demoPhone(1 + residents.indexOf(resident))

/**
 * Writes everybody's accounts and posts, the duty rosters around a day, and residents with their telephones. All share one
 * password and are marked as made for a demo. `signIn` makes names that are unique in the installation.
 */
export async function loadPeople(
  connection: Connection,
  {
    district,
    ring,
    staff,
    now,
    signIn,
  }: { district: string; ring: Keyring; staff: readonly Staff[]; now: Temporal.Instant; signIn: (id: string) => string },
): Promise<void> {
  const password = await hashPassword(demoPassword)
  const accounts: NewAccount[] = [
    ...staff.map(
      ({ id, name }): NewAccount => ({ id, kind: 'staff', signInName: signIn(id), displayName: name, password, demo: true }),
    ),
    ...residents.map((id): NewAccount => ({ id, kind: 'resident', signInName: signIn(id), password, demo: true })),
  ]
  await writeAccounts(connection, district, accounts)
  await writePosts(
    connection,
    district,
    staff.flatMap(({ posts }) => posts),
  )
  // As signing in by telephone looks it up: the hash of district and digits.
  const phones = residents.map((id) => ({ subject: id, hash: keyedHash(ring, 'telephone', `${district}/${phoneOf(id)}`) }))
  await sql`insert into vault.phones (district, hash, subject)
    select ${district}::text, hash, subject from jsonb_to_recordset(${JSON.stringify(phones)}::jsonb) as p (hash text, subject text)`.execute(
    connection,
  )
  await sql`insert into people.duties (district, unit, starts_at, ends_at, account)
    select ${district}::text, unit, starts_at, ends_at, account
    from jsonb_to_recordset(${JSON.stringify(duties(staff, now))}::jsonb)
      as d (unit text, starts_at timestamptz, ends_at timestamptz, account text)`.execute(connection)
}

/** Who has the night (17:30 to 08:30), street by street in turn, from two weeks before a moment to two weeks after. */
function duties(staff: readonly Staff[], now: Temporal.Instant) {
  const officers = staff.flatMap(({ id, posts }) =>
    posts.flatMap(({ role, unit }) => (role === 'dutyOfficer' ? [{ id, unit }] : [])),
  )
  const today = Temporal.PlainDate.from(dayOf(now))
  return [...Map.groupBy(officers, ({ unit }) => unit)].flatMap(([unit, turns]) =>
    Array.from({ length: 29 }, (_, index) => {
      const evening = Temporal.Instant.from(`${today.add({ days: index - 14 })}T17:30:00+08:00`)
      const account = turns[index % turns.length]?.id ?? ''
      return { unit, starts_at: evening.toString(), ends_at: evening.add({ hours: 15 }).toString(), account }
    }),
  )
}
