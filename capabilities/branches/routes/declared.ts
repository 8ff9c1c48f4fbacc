import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { type Actor, sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { attempt, exportsAllowed } from '#kernel/people/throttle.ts'
import { workbookType, xlsx } from '#kernel/register/sheet/xlsx/xlsx.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { Unit } from '../contract/branch.ts'
import { DeclaredRow } from '../contract/seen.ts'
import { declaredHead, declaredLine } from '../declaredSheet.ts'
import { notTheirs, ownOf, tenders } from '../reach.ts'
import { type DeclaredFilter, declaredRows } from '../store/declared.ts'

/** Whom the figures count, row by row, on a page and as a sheet: never who they are. */
export function addDeclaredRoutes(app: App, house: House) {
  const { database, clock } = house
  const tags = ['branches']
  const asks = {
    kind: Type.Optional(Type.Enum(['employed', 'unposted'])),
    ...{ street: Type.Optional(Unit), community: Type.Optional(Unit) },
  }
  const from = Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000, description: 'how many were on the pages before' }))
  const closed = { additionalProperties: false }
  const page = (actor: Actor, asked: DeclaredFilter) =>
    within(database, { as: 'read', district: actor.district, sight: sightOf(actor) }, (connection) =>
      declaredRows(connection, actor.district, { ...asked, ...ownOf(actor) }, dayOf(clock())),
    )

  const Asked = Type.Object({ ...asks, from }, closed)
  const Rows = Type.Object({ rows: Type.Array(DeclaredRow), more: Type.Boolean() })
  app.get(
    '/api/declarations',
    { schema: { tags, summary: '亮身份并认领过的党员（不含姓名）', querystring: Asked, response: { 200: Rows, ...problems } } },
    async (request) =>
      signedIn(house)(request, async ({ actor }) =>
        tenders.includes(actor.role) ? page(actor, request.query) : problem(notTheirs),
      ),
  )

  /** All pages, one after the other. */
  async function* linesFor(actor: Actor, asked: DeclaredFilter) {
    for (let before = 0, more = true; more; ) {
      const found = await page(actor, { ...asked, from: before })
      yield* found.rows.map(declaredLine)
      before += found.rows.length
      more = found.more
    }
  }

  const Bytes = Type.Unsafe<Readable>({ type: 'string', format: 'binary' })
  app.get(
    '/api/declarations.xlsx',
    {
      schema: {
        ...{
          tags,
          summary: '导出亮身份并认领过的党员（不含姓名）',
          querystring: Type.Object(asks, closed),
          produces: [workbookType],
        },
        response: { 200: Bytes, ...problems },
      },
    },
    async (request, reply) =>
      signedIn(house)(request, async ({ actor }) => {
        if (!tenders.includes(actor.role)) return problem(notTheirs)
        const { district, id } = actor
        const slowed = await attempt(database, district, exportsAllowed, id, clock())
        if (slowed) return problem(slowed)
        const sheet = { name: '亮身份的党员', head: declaredHead, rows: linesFor(actor, request.query) }
        const file = `attachment; filename="declarations-${dayOf(clock())}.xlsx"`
        return reply
          .type(workbookType)
          .headers({ 'content-disposition': file, 'cache-control': 'no-store' })
          .send(Readable.from(xlsx(sheet)))
      }),
  )
}
