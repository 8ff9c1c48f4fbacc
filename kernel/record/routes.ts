import { sql } from 'kysely'
import { Type } from 'typebox'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import type { App } from '../http/app.ts'
import { problems } from '../http/problem.ts'
import { type Actor, sightOf } from '../people/actor.ts'
import { signedIn } from '../people/signedIn.ts'
import { Words } from '../words.ts'
import type { LiveReader } from './live.ts'

/** What people are told in the product, and live updates over server-sent events. */
export function addRecordRoutes(app: App, house: House, live: LiveReader) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const tags = ['record']
  const recipients = ({ id, role, unit, district }: Actor) => [id, `${role}@${unit ?? district}`]

  const Notice = Type.Object({ id: Type.String(), item: Type.String(), words: Words, at: Type.String(), read: Type.Boolean() })
  app.get(
    '/api/notices',
    { schema: { tags, summary: '我的消息', response: { 200: Type.Array(Notice), ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { rows } = await within(database, { as: 'command', district: actor.district }, (connection) =>
          sql<{ id: string; item: string; words: Words; at: Date; read_at: Date | null }>`
        select id, item, words, at, read_at from record.notices
        where district = ${actor.district} and recipient = any (${recipients(actor)}) order by at desc limit 100`.execute(
            connection,
          ),
        )
        return rows.map(({ id, item, words, at, read_at }) => ({ id, item, words, at: at.toISOString(), read: read_at !== null }))
      }),
  )

  const Ok = Type.Object({ ok: Type.Literal(true) })
  app.post('/api/notices/read', { schema: { tags, summary: '全部已读', response: { 200: Ok, ...problems } } }, async (request) =>
    asVisitor(request, async ({ actor }) => {
      await within(database, { as: 'command', district: actor.district }, (connection) =>
        sql`update record.notices set read_at = ${clock().toString()}::timestamptz
        where district = ${actor.district} and recipient = any (${recipients(actor)}) and read_at is null`.execute(connection),
      )
      return { ok: true as const }
    }),
  )

  app.get(
    '/api/live',
    {
      schema: {
        tags,
        summary: '实时更新（SSE）',
        produces: ['text/event-stream'],
        response: { 200: Type.String(), ...problems },
      },
    },
    async (request, reply) =>
      asVisitor(request, async ({ actor }) => {
        reply.hijack()
        const { raw } = reply
        raw.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
        })
        raw.write('retry: 3000\n\n')
        const leave = live.listen(actor.district, {
          sight: sightOf(actor),
          hear: (stir) => raw.write(`event: change\ndata: ${JSON.stringify(stir)}\n\n`),
        })
        const beat = setInterval(() => raw.write(': still here\n\n'), 20_000)
        request.raw.on('close', () => {
          clearInterval(beat)
          leave()
        })
      }),
  )
}
