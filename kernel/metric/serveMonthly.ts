import { Readable } from 'node:stream'
import { type Static, Type } from 'typebox'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { isRefusal, refusal } from '../flow/refusal.ts'
import type { App } from '../http/app.ts'
import { problem, problems } from '../http/problem.ts'
import { type Actor, sightOf } from '../people/actor.ts'
import { signedIn } from '../people/signedIn.ts'
import { allow, attempt } from '../people/throttle.ts'
import { type Cell, workbookType, xlsx } from '../register/sheet/xlsx/xlsx.ts'
import { dayOf } from '../time/zone.ts'
import { words } from '../words.ts'
import { type Metric, talliedMeasures } from './define.ts'
import { keptBy } from './definition.ts'
import type { Figure } from './figure.ts'
import { lastMonth, lineKinds, type Monthly, monthly } from './monthly.ts'
import { describe, mayNotCount } from './serve.ts'
import { MonthlyReport } from './shown.ts'

const Query = Type.Object(
  {
    month: Type.Optional(Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description: 'the last month, if none is named' })),
    by: Type.Optional(Type.Enum([...lineKinds])),
  },
  { additionalProperties: false },
)

const allowed = allow({
  name: 'monthly reports',
  what: words('工作月报', 'monthly reports'),
  per: 'account',
  most: 120,
  minutes: 10,
})

/** The addresses of a month's report: as figures, and as a sheet. */
export function addMonthlyRoutes(app: App, house: House, all: readonly Metric[]) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const tags = ['metrics']
  const metrics = all.filter(({ present }) => !present)
  const kept = keptBy(talliedMeasures(all))

  /** What somebody asks for, counted for them; or why it is refused. */
  async function reportFor(actor: Actor, { month: named, by = 'unit' }: Static<typeof Query>) {
    const now = clock()
    const month = named ?? lastMonth(now)
    const refused = mayNotCount(actor) ?? (await attempt(database, actor.district, allowed, actor.id, now))
    if (refused) return refused
    if (month > dayOf(now).slice(0, 7)) return refusal('badInput', '这个月还没有到', 'that month has not begun')
    const counted = await within(database, { as: 'read', district: actor.district, sight: sightOf(actor) }, (connection) =>
      monthly(connection, metrics, { actor, now, month, by }, kept),
    )
    return { month, by, asOf: now.toString(), over: month <= lastMonth(now), ...counted }
  }

  app.get(
    '/api/reports/monthly',
    { schema: { tags, summary: '工作月报', querystring: Query, response: { 200: MonthlyReport, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const report = await reportFor(actor, request.query)
        return isRefusal(report) ? problem(report) : { ...report, metrics: metrics.map(describe) }
      }),
  )

  const Bytes = Type.Unsafe<Readable>({ type: 'string', format: 'binary' })
  app.get(
    '/api/reports/monthly.xlsx',
    {
      schema: {
        ...{ tags, summary: '工作月报（XLSX）', querystring: Query, produces: [workbookType] },
        response: { 200: Bytes, ...problems },
      },
    },
    async (request, reply) =>
      asVisitor(request, async ({ actor }) => {
        const report = await reportFor(actor, request.query)
        if (isRefusal(report)) return problem(report)
        const sheet = { name: `${report.month} 工作月报`, head: headOf(metrics), rows: rowsOf(metrics, report) }
        return reply
          .type(workbookType)
          .header('content-disposition', `attachment; filename="monthly-${report.month}.xlsx"`)
          .header('cache-control', 'no-store')
          .send(Readable.from(xlsx(sheet)))
      }),
  )
}

/** Each rate has its numerator and denominator beside it: a share alone says nothing. */
const headOf = (metrics: readonly Metric[]) => [
  { words: '编码', width: 16 },
  { words: '单位', width: 28 },
  ...metrics.flatMap(({ label, kind }) => [
    { words: label.zh, width: 14 },
    ...(kind === 'ratio' ? [{ words: `${label.zh}：分子`, width: 10 }] : []),
    ...(kind === 'count' ? [] : [{ words: `${label.zh}：分母`, width: 10 }]),
  ]),
]

async function* rowsOf(metrics: readonly Metric[], { whole, lines }: Monthly): AsyncGenerator<Cell[]> {
  const cells = (figures: readonly Figure[]): Cell[] =>
    metrics.flatMap(({ kind }, index) => {
      const figure = figures[index]
      const number = (value: number | null | undefined) => value ?? undefined
      return [
        figure?.value ?? (figure?.note ? '不足 5 件' : undefined),
        ...(kind === 'ratio' ? [number(figure?.numerator)] : []),
        ...(kind === 'count' ? [] : [number(figure?.denominator)]),
      ]
    })
  yield ['', '合计', ...cells(whole)]
  for (const { code, name, figures } of lines) yield [code, name.zh, ...cells(figures)]
}
