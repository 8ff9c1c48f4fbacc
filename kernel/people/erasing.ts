import { type RawBuilder, sql } from 'kysely'
import type { Connection } from '../database/open.ts'
import { retrying } from '../database/retry.ts'
import { together } from '../database/together.ts'
import { within } from '../database/within.ts'
import { erasePhotos, type Store } from '../files/store.ts'
import type { House } from '../flow/house.ts'
import { isRefusal, type Refusal, unlessRefused } from '../flow/refusal.ts'
import { forgetNotices } from '../record/store/notices.ts'
import { dayOf } from '../time/zone.ts'
import { erasing } from '../vault/store.ts'
import { holdBack } from './accounts.ts'

/**
 * What a capability keeps of a person beside the vault: it forgets that, and gives the photos that were theirs. It refuses as long as
 * they would lose what is not data, such as an original that is in somebody's hands for them, or somebody else might be asking in their name.
 */
export type Forget = (
  connection: Connection,
  district: string,
  party: string,
  now: Temporal.Instant,
) => Promise<string[] | Refusal>

interface Whose {
  district: string
  party: string
}

/**
 * The writes that erase a person: their data key, name, telephone and words, their account, its sessions and query codes. What they were told is
 * beside these, since whoever has no account is told nothing.
 */
export const erasure = ({ district, party }: Whose, now: Temporal.Instant): RawBuilder<unknown>[] => [
  sql`delete from people.phone_codes where district = ${district}
    and split_part(phone, '/', 1) in (select hash from vault.phones where district = ${district} and subject = ${party})`,
  ...erasing(district, [party], now),
  sql`delete from people.sessions where district = ${district} and account = ${party}`,
  sql`delete from people.query_codes where district = ${district} and party = ${party}`,
  sql`update people.accounts set ends = ${dayOf(now)}::date where district = ${district} and id = ${party}`,
]

/** Everything that capabilities keep of a person beside the vault is forgotten: gives the photos that were theirs, or why it cannot be yet. */
async function forgotten(connection: Connection, forgets: readonly Forget[], { district, party }: Whose, now: Temporal.Instant) {
  const ids: string[] = []
  for (const forget of forgets) {
    const photos = await forget(connection, district, party, now)
    if (isRefusal(photos)) return photos
    ids.push(...photos)
  }
  return ids
}

/** Why a person cannot be erased yet, if so: it is tried and taken back, and nothing has changed. */
export async function whyNotErased(
  { database, clock }: House,
  forgets: readonly Forget[],
  whose: Whose,
): Promise<Refusal | undefined> {
  const { district } = whose
  const tried = await retrying(() =>
    within(
      database,
      { as: 'command', district },
      (connection) => forgotten(connection, forgets, whose, clock()),
      () => false,
    ),
  )
  return isRefusal(tried) ? tried : undefined
}

/**
 * Erases a person as they asked (Personal Information Protection Law, article 47): what `erasure` writes, what they were told,
 * and their photos. What they reported goes on without them; that somebody looked at their
 * data stays on record, without the reason. It cannot be undone.
 */
export async function erasePerson(
  { database, clock }: House,
  store: Store,
  forgets: readonly Forget[],
  whose: Whose,
): Promise<Refusal | undefined> {
  const [now, { district, party }] = [clock(), whose]
  const erased = async (connection: Connection) => {
    await holdBack(connection, district, party)
    const ids = await forgotten(connection, forgets, whose, now)
    if (isRefusal(ids)) return ids
    await together(connection, erasure(whose, now))
    await forgetNotices(connection, district, party)
    return erasePhotos(connection, district, { uploadedBy: party, ids }, now)
  }
  // Whoever withdraws something that they follow may hold it, and ask for what is held here.
  const photos = await retrying(() => within(database, { as: 'command', district }, erased, unlessRefused))
  if (isRefusal(photos)) return photos
  // Without its key a photo is noise already: bytes that stay because the machine stops here show nothing.
  for (const photo of photos) await store.remove(photo)
  return undefined
}
