import { Readable } from 'node:stream'
import { type Static, Type } from 'typebox'
import type { House } from '#kernel/flow/house.ts'
import { isRefusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { attempt, exportsAllowed } from '#kernel/people/throttle.ts'
import { writeCsv } from '#kernel/register/sheet/csv.ts'
import { workbookType, xlsx } from '#kernel/register/sheet/xlsx/xlsx.ts'
import { DutyList } from '../contract.ts'
import { dutyHead, dutyRows } from '../dutySheet.ts'
import { dutyReader, type Reading } from '../store/dutyList.ts'

const size = 50
/** So many grids are read at once for a sheet. */
const batch = 500

const Code = Type.String({ minLength: 1, maxLength: 60, pattern: '^[A-Za-z0-9._-]+$' })
const asks = {
  ...{ network: Type.Optional(Code), community: Type.Optional(Code), street: Type.Optional(Code) },
  text: Type.Optional(Type.String({ maxLength: 60, description: 'a part of a grid’s name, or its code' })),
  nobody: Type.Optional(Type.Boolean({ description: 'only grids that nobody looks after now' })),
}
const closed = { additionalProperties: false }
const Filter = Type.Object(asks, closed)
const Query = Type.Object({ ...asks, from: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })) }, closed)

/** What one network asks of many grids, for whoever looks after a community, a street or the district, or leads the network. */
export function addDutyRoutes(app: App, house: House) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const tags = ['visits']
  const reader = dutyReader(house)

  app.get(
    '/api/visits/duties',
    { schema: { tags, summary: '按条线看网格', querystring: Query, response: { 200: DutyList, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { from = 0, ...filter } = request.query
        const found = await reader.asked(actor, filter)
        if (isRefusal(found)) return problem(found)
        const rows = await reader.grids(found, { from, most: size + 1 })
        return {
          networks: found.reach.networks.map(({ code, name }) => ({ code, name })),
          ...(found.network && { network: found.network.code }),
          communities: await reader.communities(found),
          today: found.today,
          ...{ rows: rows.slice(0, size), more: rows.length > size },
        }
      }),
  )

  /** All that is asked for, as the rows of a sheet, some grids at a time; or why not. */
  async function sheetFor(actor: Actor, filter: Static<typeof Filter>) {
    const found = await reader.asked(actor, filter)
    if (isRefusal(found)) return found
    const slowed = await attempt(database, actor.district, exportsAllowed, actor.id, clock())
    if (slowed) return slowed
    return { name: found.network?.name.zh ?? '网格', day: found.today, rows: rowsOf(found) }
  }
  async function* rowsOf(found: Reading) {
    for (let from = 0, full = true; full; from += batch) {
      const grids = await reader.grids(found, { from, most: batch })
      yield* dutyRows(grids, found.today)
      full = grids.length === batch
    }
  }
  const asFile = (day: string, kind: string) => ({
    'content-disposition': `attachment; filename="duties-${day}.${kind}"`,
    'cache-control': 'no-store',
  })

  const Bytes = Type.Unsafe<Readable>({ type: 'string', format: 'binary' })
  app.get(
    '/api/visits/duties.xlsx',
    {
      schema: {
        ...{ tags, summary: '导出按条线的网格清单（XLSX）', querystring: Filter, produces: [workbookType] },
        response: { 200: Bytes, ...problems },
      },
    },
    async (request, reply) =>
      asVisitor(request, async ({ actor }) => {
        const sheet = await sheetFor(actor, request.query)
        if (isRefusal(sheet)) return problem(sheet)
        const { name, day, rows } = sheet
        return reply
          .type(workbookType)
          .headers(asFile(day, 'xlsx'))
          .send(Readable.from(xlsx({ name, head: dutyHead, rows })))
      }),
  )

  app.get(
    '/api/visits/duties.csv',
    {
      schema: {
        ...{ tags, summary: '导出按条线的网格清单（CSV）', querystring: Filter, produces: ['text/csv'] },
        response: { 200: Type.String(), ...problems },
      },
    },
    async (request, reply) =>
      asVisitor(request, async ({ actor }) => {
        const sheet = await sheetFor(actor, request.query)
        if (isRefusal(sheet)) return problem(sheet)
        const rows = [dutyHead.map(({ words }) => words), ...(await Array.fromAsync(sheet.rows))]
        return reply.type('text/csv; charset=utf-8').headers(asFile(sheet.day, 'csv')).send(writeCsv(rows))
      }),
  )
}
