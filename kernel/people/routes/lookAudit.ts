import { Readable } from 'node:stream'
import { type Static, Type } from 'typebox'
import type { Connection } from '../../database/open.ts'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { isRefusal, type Refusal, refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { orProblem, problem, problems } from '../../http/problem.ts'
import { Day } from '../../moments.ts'
import { namesAt } from '../../place/store/find.ts'
import { workbookType, xlsx } from '../../register/sheet/xlsx/xlsx.ts'
import { dayOf, endOf, isoDay, numberOf } from '../../time/zone.ts'
import { Uuid } from '../../uuid.ts'
import { auditLooks, groupings, groupLooks, type LookFilter, lookedAt } from '../../vault/audit.ts'
import { words } from '../../words.ts'
import { type Actor, sightOf } from '../actor.ts'
import { mustBe } from '../admin/may.ts'
import { note } from '../admin/trail.ts'
import { EachLook, LookSums } from '../shown.ts'
import { signedIn } from '../signedIn.ts'
import { allow, attempt, exportsAllowed } from '../throttle.ts'
import { headOfLooks, rowsOfLooks } from './lookSheet.ts'
import { tags } from './reply.ts'

const page = 50
/** So many days at most are asked for at once, and so many rows go into a sheet. */
const mostDays = 92
const mostRows = 20_000

const asked = {
  from: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'the first day; else the last thirty are meant' })),
  until: Type.Optional(Type.Unsafe<string>({ ...Day, description: 'the last day, itself too' })),
  by: Type.Optional(Type.String({ minLength: 1, maxLength: 60, description: 'the account that looked' })),
  unit: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
  field: Type.Optional(Type.Enum([...lookedAt])),
}
const closed = { additionalProperties: false }
const Filter = Type.Object(asked, closed)

const allowed = allow({
  name: 'audits',
  what: words('核对查看记录', 'looks that are audited'),
  per: 'account',
  most: 600,
  minutes: 60,
})

/**
 * Who looked at personal data, for the audit administrator: who, when, why, at which kind of data of how many cases and people. Never
 * whose, nor what they saw; row-level security gives an audit the looks of its district and nothing of the vault.
 */
export function addLookAuditRoutes(app: App, house: House) {
  const { database, clock } = house
  const asVisitor = signedIn(house)

  /** Answers the audit administrator within a transaction; nobody else. Adding up is costly, and so counted. */
  const asAuditor = <Answer extends object>(
    request: Parameters<typeof asVisitor>[0],
    query: Static<typeof Filter>,
    answer: (connection: Connection, actor: Actor, filter: LookFilter) => Promise<Answer>,
  ) =>
    asVisitor(request, async ({ actor }) => {
      const { district } = actor
      const filter = mustBe(actor, 'auditAdmin') ?? filterOf(query, clock())
      if (isRefusal(filter)) return problem(filter)
      const slowed = await attempt(database, district, allowed, actor.id, clock())
      if (slowed) return problem(slowed)
      const reading = { as: 'read', district, sight: sightOf(actor) } as const
      return orProblem(await within(database, reading, (connection) => answer(connection, actor, filter)))
    })
  const namesOf = (connection: Connection, district: string, rows: readonly { unit: string | null }[]) =>
    namesAt(
      connection,
      district,
      rows.flatMap(({ unit }) => (unit === null ? [] : [unit])),
      dayOf(clock()),
    )

  app.get(
    '/api/looks/audit',
    {
      schema: {
        ...{ tags, summary: '谁看过个人信息（审计）' },
        querystring: Type.Object({ ...asked, after: Type.Optional(Uuid) }, closed),
        response: { 200: EachLook, ...problems },
      },
    },
    async (request) =>
      asAuditor(request, request.query, async (connection, { district }, filter) => {
        const rows = await auditLooks(connection, district, filter, { after: request.query.after, most: page + 1 })
        const shown = rows.slice(0, page)
        const last = shown.at(-1)
        const names = await namesOf(
          connection,
          district,
          shown.map(({ by_unit: unit }) => ({ unit })),
        )
        return {
          rows: shown.map(({ id, at, by_account, by_name, by_role, by_unit, fields, reason }) => ({
            ...{ id, at: at.toISOString(), by: by_account, name: by_name, role: by_role, fields, reason },
            ...unitOf(by_unit, names),
          })),
          ...(rows.length > page && last && { next: last.id }),
        }
      }),
  )

  app.get(
    '/api/looks/audit/sums',
    {
      schema: {
        ...{ tags, summary: '看过个人信息的次数：按人、按单位、按天（审计）' },
        querystring: Type.Object(
          { ...asked, of: Type.Enum([...groupings]), page: Type.Optional(Type.Integer({ minimum: 0, maximum: 200 })) },
          closed,
        ),
        response: { 200: LookSums, ...problems },
      },
    },
    async (request) =>
      asAuditor(request, request.query, async (connection, { district }, filter) => {
        const { of, page: number = 0 } = request.query
        const rows = await groupLooks(connection, district, filter, { by: of, skip: number * page, most: page + 1 })
        const names = await namesOf(connection, district, rows)
        return {
          rows: rows.slice(0, page).map(({ key, name, role, unit, looks, cases, people, fields }) => ({
            ...{ key, looks, cases, people, fields, ...unitOf(unit, names) },
            ...(name !== null && { name }),
            ...(role !== null && { role }),
          })),
          more: rows.length > page,
        }
      }),
  )

  const Bytes = Type.Unsafe<Readable>({ type: 'string', format: 'binary' })
  app.get(
    '/api/looks/audit.xlsx',
    {
      schema: {
        ...{ tags, summary: '导出谁看过个人信息（XLSX）', querystring: Filter, produces: [workbookType] },
        response: { 200: Bytes, ...problems },
      },
    },
    async (request, reply) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const filter = mustBe(actor, 'auditAdmin') ?? filterOf(request.query, clock())
        if (isRefusal(filter)) return problem(filter)
        const slowed = await attempt(database, district, exportsAllowed, actor.id, clock())
        if (slowed) return problem(slowed)
        // Who takes the list along is in the trail as well, before it goes out.
        await within(database, { as: 'command', district }, (connection) =>
          note(connection, actor, clock(), { what: 'looks exported', subject: actor.id, told: request.query }),
        )
        const rows = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const looks = await auditLooks(connection, district, filter, { most: mostRows + 1 })
          const names = await namesOf(
            connection,
            district,
            looks.map(({ by_unit: unit }) => ({ unit })),
          )
          return rowsOfLooks(looks, names, mostRows)
        })
        return reply
          .type(workbookType)
          .header('content-disposition', `attachment; filename="looks-${dayOf(clock())}.xlsx"`)
          .header('cache-control', 'no-store')
          .send(Readable.from(xlsx({ name: '谁看过个人信息', head: headOfLooks, rows })))
      }),
  )
}

/** The days that are asked for as moments, or why they are too many. */
function filterOf({ from, until, ...rest }: Static<typeof Filter>, now: Temporal.Instant): LookFilter | Refusal {
  const last = until ?? dayOf(now)
  const first = from ?? isoDay(numberOf(last) - 29)
  const days = numberOf(last) - numberOf(first) + 1
  if (days < 1) return refusal('badInput', '结束日期早于开始日期', 'the last day is before the first')
  if (days > mostDays)
    return refusal('badInput', `一次最多查 ${mostDays} 天，请缩短日期`, `at most ${mostDays} days at once: choose fewer`)
  return { ...rest, from: endOf(isoDay(numberOf(first) - 1)), until: endOf(last) }
}

function unitOf(unit: string | null, names: ReadonlyMap<string, string>): { unit?: string; unitName?: string } {
  if (unit === null) return {}
  const unitName = names.get(unit)
  return { unit, ...(unitName !== undefined && { unitName }) }
}
