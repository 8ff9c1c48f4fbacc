import { Type } from 'typebox'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { type Refusal, refusal } from '../flow/refusal.ts'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import { Instant } from '../moments.ts'
import { type Actor, sightOf } from '../people/actor.ts'
import { roles } from '../people/roles.ts'
import { signedIn } from '../people/signedIn.ts'
import { count } from './count.ts'
import { type Frame, groupings, type Metric, talliedMeasures } from './define.ts'
import { keptBy } from './definition.ts'
import { figureOf, figuresOf } from './figure.ts'
import { Described, ToldFigure } from './shown.ts'

export const describe = ({ name, label, unit, kind, present = false, definition, besides = {} }: Metric) => ({
  ...{ name, label, unit, kind, present, definition, besides },
})

const Code = Type.Optional(Type.String({ minLength: 1, maxLength: 60 }))
const Moment = Type.Optional(Instant)
/** What figures are asked for: a window, and where. */
export const Asked = Type.Object(
  { from: Moment, to: Moment, street: Code, community: Code, lead: Code, category: Code },
  { additionalProperties: false },
)
const Query = Type.Object({ ...Asked.properties, by: Type.Optional(Type.Enum([...groupings])) }, { additionalProperties: false })

/** How far a window goes back if nobody says. */
const usualDays = 30

/** The addresses of figures: what they are, and what they come to for whoever asks. */
export function addMetricRoutes(app: App, house: House, metrics: readonly Metric[]) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const tags = ['metrics']
  const named = new Map(metrics.map((metric) => [metric.name, metric]))
  const described = metrics.map(describe)
  const kept = keptBy(talliedMeasures(metrics))

  app.get(
    '/api/metrics',
    { schema: { tags, summary: '指标及其口径', response: { 200: Type.Array(Described), ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mayNotCount(actor)
        return refused ? problem(refused) : described
      }),
  )

  const params = Type.Object({ name: Type.String({ maxLength: 60 }) })
  app.get(
    '/api/metrics/:name',
    { schema: { tags, summary: '一个指标', params, querystring: Query, response: { 200: ToldFigure, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mayNotCount(actor)
        if (refused) return problem(refused)
        const { name } = request.params
        const metric = named.get(name)
        if (!metric)
          return problem(
            refusal('notFound', `没有“${name}”这个指标，见 /api/metrics`, `there is no metric "${name}": see /api/metrics`),
          )
        const { from, to, ...asked } = request.query
        const now = clock()
        const window = metric.present ? undefined : windowOf(from, to, now)
        if (window && Temporal.Instant.compare(window.from, window.to) >= 0)
          return problem(refusal('badInput', '起始时间须早于结束时间', '`from` must be before `to`'))
        const frame: Frame = { actor, now, window, ...asked }
        const { whole, groups } = await within(
          database,
          { as: 'read', district: actor.district, sight: sightOf(actor) },
          (connection) => count(connection, metric, frame, kept),
        )
        return {
          ...describe(metric),
          ...figureOf(metric, frame, whole),
          asOf: now.toString(),
          ...(window && { from: window.from.toString(), to: window.to.toString() }),
          ...(frame.by && { by: frame.by }),
          groups: figuresOf(metric, frame, groups),
        }
      }),
  )
}

/** The window that is asked for; without a beginning it goes back as far as usual. */
export function windowOf(from: string | undefined, to: string | undefined, now: Temporal.Instant) {
  const end = to === undefined ? now : Temporal.Instant.from(to)
  return { from: from === undefined ? end.subtract({ hours: 24 * usualDays }) : Temporal.Instant.from(from), to: end }
}

/** Figures are for the posts that see places or the district; each counts its own only. */
export const mayNotCount = ({ role, unit }: Actor): Refusal | undefined => {
  const { sees } = roles[role]
  if (sees === 'district' || (sees === 'place' && unit !== undefined)) return undefined
  return refusal('notYou', '您的岗位不能查看统计', 'your post does not see figures')
}
