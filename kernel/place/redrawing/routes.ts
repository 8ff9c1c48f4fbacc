import { Type } from 'typebox'
import type { Connection } from '../../database/open.ts'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import type { App } from '../../http/app.ts'
import { isProblem, problem, problems, wrongField } from '../../http/problem.ts'
import { mustBe } from '../../people/admin/may.ts'
import { note } from '../../people/admin/trail.ts'
import { turnsOnGrid } from '../../people/admin/turns.ts'
import { postsFrom } from '../../people/posts.ts'
import { signedIn } from '../../people/signedIn.ts'
import { dayOf } from '../../time/zone.ts'
import { type Hangs, hangingOn } from '../admin/hanging.ts'
import { lockRules } from '../rules.ts'
import { DecidedRedrawing, Redrawing, Redrawn } from './contract.ts'
import { isWrong, type Plan, planOf } from './plan.ts'
import { decided, redraw } from './write.ts'

/** How much is open in some grids: a capability that has open things there tells. */
export type OpenIn = (connection: Connection, district: string, grids: readonly string[]) => Promise<number>

/** Changing the boundaries of grids, by the system administrator: looked at first, then decided, and what was decided. */
export function addRedrawingRoutes(app: App, house: House, openIn: OpenIn, hangs: readonly Hangs[]) {
  const { database, clock } = house
  const tags = ['places']
  const asVisitor = signedIn(house)
  const Query = Type.Object(
    { preview: Type.Optional(Type.Boolean({ description: 'tells what would come of it, and changes nothing' })) },
    { additionalProperties: false },
  )
  app.post(
    '/api/grids/redrawings',
    { schema: { tags, summary: '调整网格边界', querystring: Query, body: Redrawing, response: { 200: Redrawn, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'systemAdmin')
        if (refused) return problem(refused)
        const { district } = actor
        const { preview = false } = request.query
        const now = clock()
        const asked = request.body
        // As the owner: grids are written in one statement, which row-level security does not allow on a cluster.
        return within(
          database,
          { as: 'owner', district },
          async (connection) => {
            await lockRules(connection, district)
            const plan = await planOf(connection, district, asked, dayOf(now))
            if (isWrong(plan)) return wrongField(plan.field, plan.refused)
            const posts = goOrCome(asked) ? (await postsFrom(connection, district, asked.grid, asked.on)).length : 0
            const hanging =
              plan.ends === undefined
                ? []
                : await hangingOn([turnsOnGrid(now), ...hangs], connection, district, plan.ends, asked.on)
            const open = await openIn(connection, district, [asked.grid, asked.to])
            if (!preview) {
              await redraw(connection, district, { asked, plan, by: actor.name, now })
              await note(connection, actor, now, { what: 'grid redrawn', subject: asked.grid, told: { ...asked, posts } })
            }
            return toldOf(plan, { posts, hangs: hanging, open })
          },
          (done) => !preview && !isProblem(done),
        )
      }),
  )

  const Decided = Type.Object({ rows: Type.Array(DecidedRedrawing) })
  app.get(
    '/api/grids/redrawings',
    { schema: { tags, summary: '网格边界调整记录', response: { 200: Decided, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'systemAdmin')
        if (refused) return problem(refused)
        const { district } = actor
        return within(database, { as: 'command', district }, async (connection) => ({
          rows: await decided(connection, district),
        }))
      }),
  )
}

/** Whether posts end, or a new grid has them as well. */
const goOrCome = ({ part, name }: Redrawing) => part === undefined || name !== undefined

const toldOf = ({ grids, follow }: Plan, counts: Pick<Redrawn, 'posts' | 'hangs' | 'open'>): Redrawn => ({
  grids: grids.map(({ grid: { code, name }, shape: { polygons, area } }) => ({
    ...{ type: 'Feature' as const, id: code, properties: { code, name, kind: 'base', area: Math.round(area) } },
    geometry: {
      type: 'MultiPolygon' as const,
      coordinates: polygons.map((rings) => rings.map((ring) => ring.map(([x, y]) => [x, y]))),
    },
  })),
  follow,
  ...counts,
})
