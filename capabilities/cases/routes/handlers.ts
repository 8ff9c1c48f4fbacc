import { within } from '#kernel/database/within.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { Handlers } from '../contract/answers.ts'
import { assistingUnits, leadUnit } from '../leading.ts'
import { hiddenFrom } from '../routing.ts'
import { nameOf, takesNew } from '../rulebook.ts'
import { standingOf } from '../sight.ts'
import { solvedBefore } from '../store/past.ts'
import { Id, type Room, tags } from './room.ts'

/** Who could handle a case, for whoever dispatches it: by its category, and by who solved such cases there before. */
export function addHandlerRoutes(app: App, { house, cases }: Room) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  app.get(
    '/api/cases/:id/handlers',
    { schema: { tags, summary: '可能的承办单位', params: Id, response: { 200: Handlers, ...problems } } },
    (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { id } = request.params
        const found = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const item = await cases.itemOf(connection, district, id)
          return item && { item, rules: await cases.rulesOf(connection, district) }
        })
        if (!found) return problem(refusal('notFound', '没有找到', 'there is no such case'))
        const { item, rules } = found
        const category = rules.categories.get(item.category)
        if (!category || standingOf(item, actor, rules) !== 'handler') return { assisting: [], before: [] }
        // Counts of the whole district: row-level security would leave a worker those of their own grid.
        const { street } = item.place
        const since = clock().subtract({ hours: 24 * 365 })
        const before = await within(database, { as: 'command', district }, (connection) =>
          solvedBefore(connection, district, { category: category.code, street }, since),
        )
        const hidden = hiddenFrom(item.place, item.about)
        const named = (unit: string) => ({ unit, name: nameOf(rules, unit) })
        const lead = leadUnit(rules, category, item.place)
        return {
          ...(lead !== undefined && !hidden.includes(lead) && { lead: named(lead) }),
          assisting: (item.protected ? [] : assistingUnits(rules, category, item.place))
            .filter((unit) => !hidden.includes(unit))
            .map(named),
          before: before
            .filter(({ unit }) => takesNew(rules, unit) && !hidden.includes(unit))
            .map(({ unit, times }) => ({ ...named(unit), times })),
        }
      }),
  )
}
