import { Type } from 'typebox'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { problem, problems } from '../../http/problem.ts'
import { Day } from '../../moments.ts'
import { mustBe } from '../../people/admin/may.ts'
import { Changes, shownChanges } from '../../people/admin/shown.ts'
import { changesBefore } from '../../people/admin/trail.ts'
import { signedIn } from '../../people/signedIn.ts'
import { dayOf } from '../../time/zone.ts'
import { isGridLevel } from '../kinds.ts'
import { pathOf } from '../store/find.ts'
import { HangingRow, type Hangs, hangingOn } from './hanging.ts'
import { Code, GridRows, tags, UnitCard } from './shown.ts'
import { aliasesOf, type CardRow, cardOf, contentsOf, gridDays } from './store/card.ts'

export const noUnit = refusal('notFound', '没有这个单位', 'there is no such unit')
const pageOfGrids = 200
const pageOfChanges = 50

/** What the system administrator reads of one unit: itself, its grids with their days, what hangs on it, and what was changed. */
export function addUnitCards(app: App, house: House, hangs: readonly Hangs[]) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const params = Type.Object({ code: Code })

  app.get(
    '/api/units/:code',
    { schema: { tags, summary: '一个单位', params, response: { 200: UnitCard, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'systemAdmin')
        if (refused) return problem(refused)
        const { district } = actor
        const { code } = request.params
        return within(database, { as: 'command', district }, async (connection) => {
          const card = await cardOf(connection, district, code)
          if (!card) return problem(noUnit)
          const path = (await pathOf(connection, district, code)).map(({ code: above, name, kind }) => ({
            code: above,
            name,
            kind,
          }))
          const aliases = await aliasesOf(connection, district, code)
          return { ...shown(card), path, aliases, ...(await contentsOf(connection, district, code, dayOf(clock()))) }
        })
      }),
  )

  const OfLevel = Type.Object(
    { level: Type.Integer({ minimum: 1, maximum: 3 }), after: Type.Optional(Type.String({ maxLength: 80 })) },
    { additionalProperties: false },
  )
  app.get(
    '/api/units/:code/grids',
    {
      schema: { tags, summary: '单位里的网格及有效期', params, querystring: OfLevel, response: { 200: GridRows, ...problems } },
    },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'systemAdmin')
        if (refused) return problem(refused)
        const { level, after } = request.query
        const [code, starts] = after?.split(' ') ?? []
        if (!isGridLevel(level) || (after !== undefined && !/^20\d\d-\d\d-\d\d$/.test(starts ?? '')))
          return problem(refusal('badInput', '翻页参数有误，请从第一页看起', 'this is no page of the list: begin with the first'))
        const rows = await within(database, { as: 'command', district: actor.district }, (connection) =>
          gridDays(connection, actor.district, request.params.code, {
            ...{ level, most: pageOfGrids + 1 },
            ...(code !== undefined && starts !== undefined && { after: { code, starts } }),
          }),
        )
        const page = rows.slice(0, pageOfGrids)
        const last = page.at(-1)
        return {
          rows: page.map(({ parent, ends, ...grid }) => ({
            ...grid,
            ...(parent !== null && { parent }),
            ...(ends !== null && { ends }),
          })),
          ...(rows.length > pageOfGrids && last && { next: `${last.code} ${last.starts}` }),
        }
      }),
  )

  const From = Type.Object({ ends: Type.Optional(Day) }, { additionalProperties: false })
  app.get(
    '/api/units/:code/hanging',
    {
      schema: {
        ...{ tags, summary: '停用前还挂着什么', params, querystring: From },
        response: { 200: Type.Array(HangingRow), ...problems },
      },
    },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'systemAdmin')
        if (refused) return problem(refused)
        const { ends = dayOf(clock()) } = request.query
        return within(database, { as: 'command', district: actor.district }, (connection) =>
          hangingOn(hangs, connection, actor.district, request.params.code, ends),
        )
      }),
  )

  const Before = Type.Object({ before: Type.Optional(Type.String({ format: 'uuid' })) }, { additionalProperties: false })
  app.get(
    '/api/units/:code/changes',
    { schema: { tags, summary: '单位的变更', params, querystring: Before, response: { 200: Changes, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, 'systemAdmin', 'auditAdmin')
        if (refused) return problem(refused)
        const about = { subject: request.params.code, whats: ['unit made', 'unit corrected'] as const }
        const rows = await within(database, { as: 'command', district: actor.district }, (connection) =>
          changesBefore(connection, actor.district, request.query.before, pageOfChanges + 1, about),
        )
        return shownChanges(rows, pageOfChanges)
      }),
  )
}

const shown = ({ longitude, latitude, outline, ends, form, parent, street, community, ...card }: CardRow) => ({
  ...card,
  ...(form !== null && { form }),
  ...(parent !== null && { parent }),
  ...(street !== null && { street }),
  ...(community !== null && { community }),
  ...(longitude !== null && latitude !== null && { point: { longitude, latitude } }),
  ...(outline !== null && { outline }),
  ...(ends !== null && { ends }),
})
