import { lastly, lookInto, within } from '../database/within.ts'
import { type Actor, sightOf } from '../people/actor.ts'
import { noteLook, opened } from '../vault/looks.ts'
import { sealedSecrets, sealedUnder, unsealed } from '../vault/store.ts'
import type { AnyItem } from './command.ts'
import { choices } from './decide.ts'
import type { Capability, House } from './house.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { fillIn, halfShown, referencesIn } from './reveal.ts'
import { findItems } from './store/items.ts'
import { notFound } from './unseen.ts'
import type { View } from './view.ts'

/**
 * An item as this actor sees it: with what they may do, and why they may not do the rest. Where it shows somebody else's
 * personal data, the look is written down and committed before anything is opened.
 */
export async function see<Item extends AnyItem, Facts>(
  house: House,
  capability: Capability<Item, Facts>,
  actor: Actor,
  id: string,
  { reason = opened }: { reason?: string } = {},
): Promise<View | Refusal> {
  const { flow, facts } = capability
  const { district } = actor
  const now = house.clock()
  const reading = { as: 'read', district, sight: sightOf(actor) } as const
  const seen = await within(house.database, reading, async (connection) => {
    const [[kept]] = await Promise.all([findItems(connection, flow, district, [id]), lookInto(connection, id)])
    if (!kept) return notFound
    const { item } = kept
    const calendar = await house.calendarOf(connection, district)
    const known = await facts(connection, { actor, now, calendar, item })
    if (isRefusal(known)) return known
    const context = {
      ...known,
      actor,
      now,
      calendar,
      others: [],
      fresh: () => '',
    }
    const shown = flow.show(item, context)
    const references = referencesIn(shown)
    const sealed = lastly(sealedSecrets(connection, district, references))
    return { item, shown, references, sealed, ...choices(flow, item, context) }
  })
  if (isRefusal(seen)) return seen
  const { item, shown, may, mayNot } = seen
  const sealed = await seen.sealed
  const { cameFrom } = capability
  if (cameFrom && sealed.length < new Set(seen.references).size) {
    // Led there by what was just seen: where it came from need not lie where they see.
    const origins = await within(house.database, { as: 'command', district }, (connection) => cameFrom(connection, item))
    if (origins.length > 0)
      sealed.push(
        ...(await within(house.database, reading, (connection) => sealedUnder(connection, district, origins, seen.references))),
      )
  }
  // Of what opens no more nothing is shown, and nothing was looked at.
  const references = sealed.map((secret) => `vault:${secret.id}`)
  if (references.length > 0)
    await noteLook(
      house.database,
      actor,
      { item: id, subject: capability.subject(actor, item), references, half: halfShown(shown), reason },
      now,
    )
  return { item: fillIn(shown, unsealed(house.ring, district, sealed)), may, mayNot }
}
