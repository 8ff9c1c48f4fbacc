import { lookInto, within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { filledIn, referencesIn } from '#kernel/flow/reveal.ts'
import { type Actor, sightOf } from '#kernel/people/actor.ts'
import { type EventBody, eventsOf } from '#kernel/record/event.ts'
import { openSecrets } from '#kernel/vault/store.ts'
import type { Cases } from '../capability.ts'
import type { SeenEvent } from '../contract/seen.ts'
import { historyOf } from '../history.ts'
import { standingOf } from '../sight.ts'

/** What a case has been through, as somebody reads it who has just seen it (`see`); of what `keep` leaves out, nothing. */
export const readHistory = (
  { database, ring }: House,
  cases: Cases,
  actor: Actor,
  id: string,
  keep: (event: EventBody) => boolean = () => true,
): Promise<SeenEvent[]> =>
  within(database, { as: 'read', district: actor.district, sight: sightOf(actor) }, async (connection) => {
    const { district } = actor
    await lookInto(connection, id)
    const rules = await cases.rulesOf(connection, district)
    const item = await cases.itemOf(connection, district, id)
    if (!item) return []
    const events = (await eventsOf(connection, district, id)).filter(keep)
    const steps = historyOf(events, { id: actor.id, role: actor.role, standing: standingOf(item, actor, rules) }, rules)
    return filledIn(steps, await openSecrets(connection, ring, district, referencesIn(steps)))
  })
