import { Type } from 'typebox'
import { Ahead, whyOf } from '#kernel/flow/http.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import { see } from '#kernel/flow/see.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { SeenEvent } from '../contract/seen.ts'
import { readHistory } from '../store/reading.ts'
import { Id, type Room, tags } from './room.ts'

/** What a case has been through, as far as whoever asks may read it. */
export function addHistoryRoutes(app: App, { house, cases }: Room) {
  const asVisitor = signedIn(house)

  app.get(
    '/api/cases/:id/events',
    {
      schema: {
        tags,
        summary: '办理经过',
        params: Id,
        querystring: Ahead,
        response: { 200: Type.Array(SeenEvent), ...problems },
      },
    },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { id } = request.params
        // Seeing the case first writes the look down, where there is one.
        const seen = await see(house, cases, actor, id, whyOf(request.query))
        return isRefusal(seen) ? problem(seen) : readHistory(house, cases, actor, id)
      }),
  )
}
