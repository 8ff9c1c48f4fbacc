import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { type TSchema, Type } from 'typebox'
import { within } from '../../database/within.ts'
import { isRefusal, type Refusal, refusal } from '../../flow/refusal.ts'
import { networkOf } from '../../http/addresses.ts'
import { Problem, problem, problems } from '../../http/problem.ts'
import { allow, attempt } from '../../people/throttle.ts'
import { dayOf } from '../../time/zone.ts'
import { words } from '../../words.ts'
import { edit, type Served } from '../edit.ts'
import { columnsIn, filtersOf } from '../filters.ts'
import { EditHeaders, editorOf, type Hall, readerOf, reading } from '../hall.ts'
import { allEntries } from '../store.ts'
import { cellsOf } from './cells.ts'
import { sheetColumns } from './columns.ts'
import { writeCsv } from './csv.ts'
import { Report, reportOf } from './report.ts'
import { sheetIn } from './sent.ts'
import { templateOf } from './template.ts'
import { understand } from './understand.ts'
import { workbookType, xlsx } from './xlsx/xlsx.ts'

const what = words('下载名册的表格', 'sheets of registers')
const allowed = {
  account: allow({ name: 'register sheets', what, per: 'account', most: 120, minutes: 60 }),
  stranger: allow({ name: 'register sheets from an address', what, per: 'stranger', most: 600, minutes: 60 }),
}

/** A register as a sheet, out and in. */
export function addSheetRoutes<Schema extends TSchema, Facts>(hall: Hall, served: Served<Schema, Facts>) {
  const { app, house } = hall
  const { register } = served
  const { label, path } = register
  const tags = ['registers', path]
  const columns = sheetColumns(register.entry, register.fields)
  const asked = <Kind extends string>(kind: Kind) => ({
    200: { description: '表格', content: { [kind]: { schema: Type.String() } } },
    ...problems,
  })
  const asks = {
    text: Type.Optional(Type.String({ maxLength: 60 })),
    ended: Type.Optional(Type.Boolean({ description: 'with those that have ended; else what the list shows' })),
    ...filtersOf(register),
  }
  const entriesFor = async (request: FastifyRequest, { text, ended, ...query }: { text?: string; ended?: boolean }) => {
    const reader = await readerOf(hall, register, request)
    if (isRefusal(reader)) return reader
    const [allowance, whose] = reader.actor ? [allowed.account, reader.actor.id] : [allowed.stranger, networkOf(request)]
    const slowed = await attempt(house.database, reader.district, allowance, whose, house.clock())
    if (slowed) return slowed
    const standingOn = ended === false ? dayOf(house.clock()) : undefined
    const asked = { text, standingOn, columns: columnsIn(register, query) }
    const kept = await within(house.database, reading(reader), (connection) =>
      allEntries(connection, register, reader.district, asked),
    )
    return [...kept.values()]
  }
  const instead = (reply: FastifyReply, refused: Refusal) => {
    const document = problem(refused)
    return reply.code(document.status).type('application/problem+json').send(document)
  }
  const named = (reply: FastifyReply, kind: string) =>
    reply.header('content-disposition', `attachment; filename="${path}.${kind}"`)

  app.get(
    `/api/registers/${path}.csv`,
    {
      schema: {
        ...{ tags, summary: `${label.zh}：导出`, response: asked('text/csv') },
        querystring: Type.Object(asks, { additionalProperties: false }),
      },
    },
    async (request, reply) => {
      const entries = await entriesFor(request, request.query)
      if (isRefusal(entries)) return instead(reply, entries)
      // With their versions, so that a stale sheet is told from a fresh one.
      const rows = [columns.map(({ field }) => field), ...entries.map((kept) => cellsOf(columns, kept))]
      return named(reply, 'csv').type('text/csv; charset=utf-8').send(writeCsv(rows))
    },
  )

  const Wanted = Type.Object(
    {
      entries: Type.Optional(Type.Boolean({ description: 'with the entries that there are, to be edited and sent back' })),
      ...asks,
    },
    { additionalProperties: false },
  )
  app.get(
    `/api/registers/${path}.xlsx`,
    { schema: { tags, summary: `${label.zh}：表格模板`, querystring: Wanted, response: asked(workbookType) } },
    async (request, reply) => {
      const entries = await entriesFor(request, request.query)
      if (isRefusal(entries)) return instead(reply, entries)
      const sheets = templateOf(label.zh, columns, request.query.entries ? entries : [])
      return named(reply, 'xlsx')
        .type(workbookType)
        .send(Readable.from(xlsx(...sheets)))
    },
  )

  const Query = Type.Object(
    { preview: Type.Optional(Type.Boolean({ description: 'looks only, writes nothing' })) },
    { additionalProperties: false },
  )
  const Refused = Type.Object(
    { ...Problem.properties, report: Type.Optional(Report) },
    { description: 'application/problem+json; nothing was written, `report` says cell by cell why' },
  )
  const schema = {
    ...{ tags, summary: `${label.zh}：导入表格`, consumes: ['multipart/form-data'], headers: EditHeaders, querystring: Query },
    response: { 200: Report, 400: Refused, 409: Refused, ...problems },
  }
  app.post(`/api/registers/${path}/sheet`, { schema }, async (request) => {
    const actor = await editorOf(hall, register, request)
    if (isRefusal(actor)) return problem(actor)
    const sent = await sheetIn(request, label.zh)
    if (isRefusal(sent)) return problem(sent)
    const { preview = false } = request.query
    const { district } = actor
    const standing = await within(house.database, reading({ district, actor }), (connection) =>
      allEntries(connection, register, district),
    )
    const { wanted, problems: unread, notices, noteOn } = await understand(register, columns, sent.grid, standing)
    // What can be read is looked at even if something cannot: so all that is wrong is told at once.
    const looking = preview || unread.length > 0
    const done = await edit(house, served, {
      ...{ actor, act: 'import', key: request.headers['idempotency-key'], preview: looking },
      sent: createHash('sha256').update(sent.bytes).digest('hex'),
      wanted: () => wanted,
    })
    if (isRefusal(done)) return problem(done)
    const rowAt = (index: number) => wanted[index]?.row ?? 0
    const wrong = [...unread, ...done.wrong.map(({ index, field, because }) => noteOn(rowAt(index), field, because))]
    const report = reportOf(columns, rowAt, done, { written: !looking && wrong.length === 0, notices, problems: wrong })
    if (preview || wrong.length === 0) return report
    const stale = done.wrong.filter(({ field }) => field === 'version').length
    return {
      ...problem(stale > 0 ? changedMeanwhile(stale, wrong.length) : flawed(wrong.length)),
      report: { ...report, rows: [] },
    }
  })
}

const flawed = (found: number) =>
  refusal('badInput', `表格有 ${found} 处问题，没有写入任何内容`, `the sheet has ${found} problems: nothing was written`)
const changedMeanwhile = (stale: number, found: number) =>
  refusal(
    'conflict',
    `有 ${stale} 行与现有内容冲突：表格下载后被他人改过，或代码已有；共 ${found} 处问题，没有写入任何内容`,
    `${stale} rows conflict: they were changed since the sheet was made, or their code is taken; ${found} problems in all, nothing was written`,
  )
