import { type TSchema, Type } from 'typebox'
import { within } from '../../database/within.ts'
import { isRefusal, refusal } from '../../flow/refusal.ts'
import { Problem, problem, problems } from '../../http/problem.ts'
import { edit, type Served } from '../edit.ts'
import { EditHeaders, editorOf, type Hall, readerOf, reading } from '../hall.ts'
import { allEntries } from '../store.ts'
import { textOf } from './csv.ts'
import { RowProblem, readSheet, sheetOf } from './sheet.ts'

/** The largest sheet, in bytes. */
const largest = 4 * 1024 * 1024

const Report = Type.Object(
  {
    written: Type.Boolean(),
    repeated: Type.Boolean(),
    created: Type.Array(Type.String()),
    changed: Type.Array(Type.String()),
    unchanged: Type.Integer(),
    problems: Type.Array(RowProblem),
  },
  { description: 'all rows are written, or none; `problems` says row by row why' },
)

/** A register as a sheet, out and in. */
export function addSheetRoutes<Schema extends TSchema, Facts>(hall: Hall, served: Served<Schema, Facts>) {
  const { app, house } = hall
  const { register } = served
  const { label, path } = register
  const address = `/api/registers/${path}.csv`
  const tags = ['registers', path]
  if (!app.hasContentTypeParser('text/csv'))
    app.addContentTypeParser('text/csv', { parseAs: 'buffer', bodyLimit: largest }, (_, body, done) =>
      done(null, typeof body === 'string' ? body : textOf(body)),
    )

  const asSheet = { 200: { description: '表格', content: { 'text/csv': { schema: Type.String() } } }, ...problems }
  app.get(address, { schema: { tags, summary: `${label.zh}：导出`, response: asSheet } }, async (request, reply) => {
    const reader = await readerOf(hall, register, request)
    if (isRefusal(reader)) {
      const document = problem(reader)
      return reply.code(document.status).type('application/problem+json').send(document)
    }
    const entries = await within(house.database, reading(reader), (connection) =>
      allEntries(connection, register, reader.district),
    )
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${path}.csv"`)
      .send(sheetOf(register, [...entries.values()]))
  })

  const Query = Type.Object(
    { preview: Type.Optional(Type.Boolean({ description: 'looks only, writes nothing' })) },
    { additionalProperties: false },
  )
  const Refused = Type.Object(
    { ...Problem.properties, report: Type.Optional(Report) },
    { description: 'application/problem+json; nothing was written, `report` says row by row why' },
  )
  const schema = {
    ...{ tags, summary: `${label.zh}：导入`, consumes: ['text/csv'], headers: EditHeaders, querystring: Query },
    body: Type.String(),
    response: { 200: Report, 400: Refused, ...problems },
  }
  app.post(address, { schema, bodyLimit: largest }, async (request) => {
    const actor = await editorOf(hall, register, request)
    if (isRefusal(actor)) return problem(actor)
    const { preview = false } = request.query
    const sheet = readSheet(register, request.body)
    const none = { written: false, repeated: false, created: [], changed: [], unchanged: 0 }
    const refused = (found: RowProblem[]) => {
      const report = { ...none, problems: found }
      if (preview) return report
      const because = refusal(
        'badInput',
        `表格有 ${found.length} 处问题，没有写入任何内容`,
        `the sheet has ${found.length} problems: nothing was written`,
      )
      return { ...problem(because), report }
    }
    if (sheet.problems.length > 0) return refused(sheet.problems)
    const asked = { actor, act: 'import' as const, key: request.headers['idempotency-key'], sent: request.body, preview }
    const done = await edit(house, served, { ...asked, wanted: () => sheet.wanted })
    if (isRefusal(done)) return problem(done)
    if (done.wrong.length > 0)
      return refused(
        done.wrong.map(({ index, field, because }) => ({
          ...{ row: sheet.wanted[index]?.line ?? 0, column: field, problem: because },
        })),
      )
    const made = done.entries.filter(({ changed }) => changed)
    return {
      ...{ written: !preview, repeated: done.repeated, problems: [] },
      created: made.filter(({ was }) => was === 0).map(({ key }) => key),
      changed: made.filter(({ was }) => was > 0).map(({ key }) => key),
      unchanged: done.entries.length - made.length,
    }
  })
}
