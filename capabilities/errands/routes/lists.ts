import { Readable } from 'node:stream'
import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { choices } from '#kernel/flow/decide.ts'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { attempt, exportsAllowed } from '#kernel/people/throttle.ts'
import { writeCsv } from '#kernel/register/sheet/csv.ts'
import { workbookType, xlsx } from '#kernel/register/sheet/xlsx/xlsx.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { Uuid } from '#kernel/uuid.ts'
import { ErrandPage } from '../contract/errand.ts'
import { errandFlow } from '../flow.ts'
import { csvRow, head, sheetRow } from '../sheet.ts'
import { noFacts, show } from '../show.ts'
import { listErrands } from '../store/lists.ts'
import { asked, filterOf } from './asked.ts'

const tags = ['errands']
/** So many rows a sheet holds at most. */
const most = 20_000

/** Errands as a list, and as a sheet to take along: neither opens what somebody wrote, and a sheet names nobody. */
export function addListRoutes(app: App, house: House) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const after = Type.Optional(Type.Unsafe<string>({ ...Uuid, description: 'the last one of the page before' }))
  const querystring = Type.Object({ ...asked, after }, { additionalProperties: false })
  app.get(
    '/api/errands',
    { schema: { tags, summary: '代办', querystring, response: { 200: ErrandPage, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { after, ...query } = request.query
        const filter = filterOf(actor, query)
        if (isRefusal(filter)) return problem(filter)
        const { district } = actor
        return within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const now = clock()
          const { items, more } = await listErrands(connection, district, filter, { now, after, ...sorted(query) })
          const calendar = await house.calendarOf(connection, district)
          const context = { ...noFacts, actor, now, calendar, others: [], fresh: () => '' }
          const rows = items.map((item) => {
            const { name: _name, phone: _phone, note: _note, rating, ...seen } = show(item, context)
            const rated = rating && { rating: { satisfied: rating.satisfied } }
            return { ...seen, ...rated, may: choices(errandFlow, item, context).may }
          })
          return { rows, more }
        })
      }),
  )

  const Bytes = Type.Unsafe<Readable | string>({ type: 'string', format: 'binary' })
  for (const kind of ['xlsx', 'csv'] as const) {
    const type = kind === 'xlsx' ? workbookType : 'text/csv; charset=utf-8'
    app.get(
      `/api/errands/export.${kind}`,
      {
        schema: {
          ...{
            tags,
            summary: `导出代办（${kind.toUpperCase()}）`,
            querystring: Type.Object(asked, { additionalProperties: false }),
          },
          ...{ produces: [type], response: { 200: Bytes, ...problems } },
        },
      },
      async (request, reply) =>
        asVisitor(request, async ({ actor }) => {
          const { district } = actor
          const now = clock()
          const slowed = await attempt(database, district, exportsAllowed, actor.id, now)
          if (slowed) return problem(slowed)
          const filter = filterOf(actor, request.query)
          if (isRefusal(filter)) return problem(filter)
          const { items, more } = await within(database, { as: 'read', district, sight: sightOf(actor) }, (connection) =>
            listErrands(connection, district, filter, { now, size: most, ...sorted(request.query) }),
          )
          const told = more ? [[`只导出了前 ${most} 件，请缩小条件再导出其余的`]] : []
          const rows = items.map((item) => sheetRow(item, now))
          return reply
            .type(type)
            .header('content-disposition', `attachment; filename="errands-${dayOf(now)}.${kind}"`)
            .header('cache-control', 'no-store')
            .send(
              kind === 'xlsx'
                ? Readable.from(xlsx({ name: '代办', head, rows: [...rows, ...told] }))
                : writeCsv([head.map(({ words }) => words), ...rows.map(csvRow), ...told]),
            )
        }),
    )
  }
}

const sorted = ({ sort }: { sort?: 'newest' | 'due' }) => ({ ...(sort !== undefined && { sort }) })
