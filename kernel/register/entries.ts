import { type Static, type TSchema, Type } from 'typebox'
import type { Connection } from '../database/open.ts'
import { lookInto, within } from '../database/within.ts'
import { isRefusal, refusal } from '../flow/refusal.ts'
import { Problem, problem, problems } from '../http/problem.ts'
import type { Actor } from '../people/actor.ts'
import { notSignedIn } from '../people/whoIs.ts'
import { eventsOf } from '../record/event.ts'
import { dayOf } from '../time/zone.ts'
import { itemOf } from './change.ts'
import { edit, type Served } from './edit.ts'
import { columnsIn, filtersOf } from './filters.ts'
import { EditHeaders, editorOf, flawed, type Hall, noEntry, type Reader, readerOf, reading } from './hall.ts'
import { EntryStep, stepsOf } from './history.ts'
import { reachOf } from './reach.ts'
import { countEntries, entryAt, type Kept, listEntries, type Read } from './store.ts'

/** List, detail, history, change and end of one register's entries. */
export function addEntryRoutes<Schema extends TSchema, Facts>(hall: Hall, served: Served<Schema, Facts>) {
  const { app, house } = hall
  const { database, clock } = house
  const { register } = served
  const base = `/api/registers/${register.path}`
  const tags = ['registers', register.path]
  const params = Type.Object({ key: Type.String({ minLength: 1, maxLength: 120 }) })
  const Ends = Type.Union([Type.String({ format: 'date' }), Type.Null()])
  const View = Type.Object({
    key: Type.String(),
    version: Type.Integer(),
    ends: Type.Optional(Ends),
    entry: Type.Unsafe<Static<Schema>>(register.entry),
  })
  const viewOf = ({ key, version, ends, entry }: Kept<Static<Schema>>) => ({
    key,
    version,
    ...(ends !== null && { ends }),
    entry,
  })
  const Clash = Type.Object(
    { ...Problem.properties, theirs: Type.Optional(View), yours: Type.Optional(Type.Unknown()) },
    { description: 'application/problem+json; `theirs` and `yours` where somebody else changed it meanwhile' },
  )
  const One = Type.Object({
    ...View.properties,
    mayEdit: Type.Boolean({ description: 'whether whoever asks may change it' }),
    master: Type.Optional(
      Type.String({ description: 'the system that is master of it: it is changed there, and comes by its sheet' }),
    ),
  })
  const Done = Type.Object({ repeated: Type.Boolean(), view: View })

  const Query = Type.Object(
    {
      text: Type.Optional(Type.String({ maxLength: 60 })),
      ended: Type.Optional(Type.Boolean({ description: 'with those that have ended' })),
      cursor: Type.Optional(Type.String({ maxLength: 120, description: 'what the page before gave as `next`' })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500 })),
      counted: Type.Optional(Type.Boolean({ description: 'with how many there are on all pages' })),
      ...filtersOf(register),
    },
    { additionalProperties: false },
  )
  const Page = Type.Object({
    rows: Type.Array(View),
    next: Type.Optional(Type.String()),
    count: Type.Optional(Type.Integer({ description: 'on all pages, where that was asked for' })),
  })
  app.get(
    base,
    { schema: { tags, summary: `${register.label.zh}：列表`, querystring: Query, response: { 200: Page, ...problems } } },
    async (request) => {
      const reader = await readerOf(hall, register, request)
      if (isRefusal(reader)) return problem(reader)
      const { text, ended, cursor: after, limit = 100, counted } = request.query
      const standingOn = ended ? undefined : dayOf(clock())
      const asked = { text, standingOn, columns: columnsIn(register, request.query) }
      const { rows, count } = await within(database, reading(reader), async (connection) => ({
        rows: await listEntries(connection, register, reader.district, { ...asked, after, limit: limit + 1 }),
        count: counted ? await countEntries(connection, register, reader.district, asked) : undefined,
      }))
      const page = rows.slice(0, limit)
      const last = page.at(-1)
      return {
        rows: page.map(viewOf),
        ...(rows.length > limit && last && { next: last.key }),
        ...(count !== undefined && { count }),
      }
    },
  )

  const one = async ({ district, actor }: Reader, key: string) =>
    within(database, reading({ district, actor }), (connection) => entryAt(connection, register, district, key))

  app.get(
    `${base}/:key`,
    { schema: { tags, summary: `${register.label.zh}：一项`, params, response: { 200: One, ...problems } } },
    async (request) => {
      const reader = await readerOf(hall, register, request)
      if (isRefusal(reader)) return problem(reader)
      const { district, actor } = reader
      const mayReach = async (connection: Connection, { owner, entry }: Read<Static<Schema>>) =>
        actor !== undefined &&
        register.mayEdit.includes(actor.role) &&
        register.masterOf?.(entry) === undefined &&
        !(await reachOf(connection, register, actor, dayOf(clock())))(owner ?? undefined)
      const found = await within(database, reading(reader), async (connection) => {
        const kept = await entryAt(connection, register, district, request.params.key)
        const master = kept && register.masterOf?.(kept.entry)
        return kept && { ...viewOf(kept), mayEdit: await mayReach(connection, kept), ...(master !== undefined && { master }) }
      })
      return found ?? problem(noEntry(request.params.key))
    },
  )

  app.get(
    `${base}/:key/history`,
    {
      schema: { tags, summary: `${register.label.zh}：变更经过`, params, response: { 200: Type.Array(EntryStep), ...problems } },
    },
    async (request) => {
      const reader = await readerOf(hall, register, request)
      if (isRefusal(reader)) return problem(reader)
      // Who changed what is for those who work here.
      if (!reader.actor) return problem(notSignedIn)
      if (['resident', 'nobody'].includes(reader.actor.role))
        return problem(refusal('notYou', '变更经过只有工作人员可以查看', 'its history is for the staff'))
      const { key } = request.params
      if (!(await one(reader, key))) return problem(noEntry(key))
      return within(database, reading(reader), async (connection) => {
        await lookInto(connection, itemOf(register, key))
        return stepsOf(await eventsOf(connection, reader.district, itemOf(register, key)))
      })
    },
  )

  /** Carries out an edit of one entry; gives its new view, or the problem that there is. */
  const editOne = async (
    actor: Actor,
    asked: Omit<Parameters<typeof edit<Schema, Facts>>[2], 'actor'>,
    key: string,
    yours?: unknown,
  ) => {
    const done = await edit(house, served, { ...asked, actor })
    if (isRefusal(done)) return problem(done)
    const [wrong] = done.wrong
    if (wrong?.beyond) return problem({ state: 'refused', kind: 'notYou', because: wrong.because })
    if (wrong?.field === 'version') {
      const { because, theirs } = wrong
      return { ...problem({ state: 'refused', kind: 'conflict', because }), ...(theirs && { theirs: viewOf(theirs), yours }) }
    }
    if (wrong) return problem(flawed(done.wrong), done.wrong)
    const kept = await one({ district: actor.district, actor }, key)
    return kept ? { repeated: done.repeated, view: viewOf(kept) } : problem(noEntry(key))
  }

  const Body = Type.Object(
    {
      entry: Type.Unsafe<Static<Schema>>(register.entry),
      version: Type.Integer({ minimum: 0, description: 'the version that you saw; 0 for a new entry' }),
      ends: Type.Optional(Ends),
    },
    { additionalProperties: false },
  )
  const response = { 200: Done, 409: Clash, ...problems }
  app.put(
    `${base}/:key`,
    { schema: { tags, summary: `${register.label.zh}：新建或修改`, params, headers: EditHeaders, body: Body, response } },
    async (request) => {
      const actor = await editorOf(hall, register, request)
      if (isRefusal(actor)) return problem(actor)
      const { key } = request.params
      const { version, ends = null } = request.body
      const judged = register.read(request.body.entry)
      if ('flaws' in judged) return problem(flawed(judged.flaws), judged.flaws)
      const { entry } = judged
      if (register.key(entry) !== key)
        return problem(
          refusal('badInput', `代码应为“${key}”，已有的代码不能改`, `its code must be "${key}": codes do not change`),
        )
      const sent = { key, ...request.body }
      const asked = { act: 'put' as const, key: request.headers['idempotency-key'], sent }
      return editOne(actor, { ...asked, wanted: () => [{ key, entry, ends, basedOn: version }] }, key, { entry, ends })
    },
  )

  const Ending = Type.Object(
    {
      version: Type.Integer({ minimum: 0, description: 'the version that you saw' }),
      on: Type.Optional(
        Type.String({ format: 'date', description: 'the first day on which it no longer holds; today if left out' }),
      ),
    },
    { additionalProperties: false },
  )
  app.delete(
    `${base}/:key`,
    { schema: { tags, summary: `${register.label.zh}：停用`, params, headers: EditHeaders, querystring: Ending, response } },
    async (request) => {
      const actor = await editorOf(hall, register, request)
      if (isRefusal(actor)) return problem(actor)
      const { key } = request.params
      const { version, on = dayOf(clock()) } = request.query
      const asked = { act: 'end' as const, key: request.headers['idempotency-key'], sent: { key, ...request.query } }
      return editOne(
        actor,
        {
          ...asked,
          wanted: (standing) => {
            const before = standing.get(key)
            return before ? [{ key, entry: before.entry, ends: on, basedOn: version }] : noEntry(key)
          },
        },
        key,
        { ends: on },
      )
    },
  )
}
