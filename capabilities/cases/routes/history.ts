import { Type } from 'typebox'
import { lookInto, within } from '#kernel/database/within.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { filledIn, referencesIn } from '#kernel/flow/reveal.ts'
import { see } from '#kernel/flow/see.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { eventsOf } from '#kernel/record/event.ts'
import { openSecrets } from '#kernel/vault/store.ts'
import { SeenEvent } from '../contract/seen.ts'
import { historyOf } from '../history.ts'
import { standingOf } from '../sight.ts'
import { Id, type Room, tags } from './room.ts'

/** What a case has been through, as far as whoever asks may read it. */
export function addHistoryRoutes(app: App, { house, cases }: Room) {
  const { database, ring } = house
  const asVisitor = signedIn(house)

  app.get(
    '/api/cases/:id/events',
    { schema: { tags, summary: '办理经过', params: Id, response: { 200: Type.Array(SeenEvent), ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { id } = request.params
        // Seeing the case first writes the look down, where there is one.
        const seen = await see(house, cases, actor, id)
        if (isRefusal(seen)) return problem(seen)
        const history = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          await lookInto(connection, id)
          const rules = await cases.rulesOf(connection, district)
          const item = await cases.itemOf(connection, district, id)
          if (!item) return []
          const steps = historyOf(await eventsOf(connection, district, id), standingOf(item, actor, rules), rules)
          return filledIn(steps, await openSecrets(connection, ring, district, referencesIn(steps)))
        })
        return history
      }),
  )
}
