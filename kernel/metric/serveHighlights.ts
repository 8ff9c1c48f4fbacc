import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { refusal } from '../flow/refusal.ts'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import { sightOf } from '../people/actor.ts'
import { signedIn } from '../people/signedIn.ts'
import { allow, attempt } from '../people/throttle.ts'
import { words } from '../words.ts'
import { type Metric, talliedMeasures } from './define.ts'
import { keptBy } from './definition.ts'
import { highlights } from './highlights.ts'
import { Asked, mayNotCount, windowOf } from './serve.ts'
import { Highlights } from './shown.ts'

/** Every figure is counted, most of them twice. */
const allowed = allow({
  name: 'highlights',
  what: words('总览要点', 'highlights of the overview'),
  per: 'account',
  most: 120,
  minutes: 10,
})

/** The address of what stands out among the figures. */
export function addHighlightRoutes(app: App, house: House, metrics: readonly Metric[]) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const kept = keptBy(talliedMeasures(metrics))

  app.get(
    '/api/metrics/highlights',
    {
      schema: {
        ...{ tags: ['metrics'], summary: '总览要点', description: '此刻该办未办的，和与前一段比变化最大的一项' },
        ...{ querystring: Asked, response: { 200: Highlights, ...problems } },
      },
    },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district, id } = actor
        const refused = mayNotCount(actor)
        if (refused) return problem(refused)
        const { from, to, ...asked } = request.query
        const now = clock()
        const window = windowOf(from, to, now)
        // What has not come yet is not compared: of a window that runs, as much as is over, with as much before it.
        const end = Temporal.Instant.compare(window.to, now) > 0 ? now : window.to
        if (Temporal.Instant.compare(window.from, end) >= 0)
          return problem(refusal('badInput', '起始时间须早于结束时间和此刻', '`from` must be before `to`, and before now'))
        const slowed = await attempt(database, district, allowed, id, now)
        if (slowed) return problem(slowed)
        const before = { from: window.from.subtract(end.since(window.from)), to: window.from }
        const frame = { actor, now, ...asked }
        const rows = await within(database, { as: 'read', district, sight: sightOf(actor) }, (connection) =>
          highlights(
            connection,
            metrics,
            { ...frame, window: { from: window.from, to: end } },
            { ...frame, window: before },
            kept,
          ),
        )
        const told = ({ from: first, to: last }: typeof before) => ({ from: first.toString(), to: last.toString() })
        return { asOf: now.toString(), ...told({ from: window.from, to: end }), before: told(before), rows }
      }),
  )
}
