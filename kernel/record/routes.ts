import { Type } from 'typebox'
import { within } from '../database/within.ts'
import type { House } from '../flow/house.ts'
import { refusal } from '../flow/refusal.ts'
import type { App } from '../http/app.ts'
import { Ok, ok } from '../http/done.ts'
import { problem, problems } from '../http/problem.ts'
import { type Actor, sightOf } from '../people/actor.ts'
import { signedIn } from '../people/signedIn.ts'
import { visitorOf } from '../people/whoIs.ts'
import type { Headlines } from './headlines.ts'
import type { LiveReader } from './live.ts'
import { type Headline, Notice } from './shown.ts'
import { noticesTo, readNotices } from './store/notices.ts'

/** How many live pages one person may have open, and how often it is looked whether they are still signed in, in milliseconds. */
const mostOpen = 20
const beatEvery = 20_000

/** What people are told in the product, with what the items of each flow are about, and live updates over server-sent events. */
export function addRecordRoutes(app: App, house: House, live: LiveReader, headlines: Headlines) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const tags = ['record']
  const listening = new Map<string, number>()
  const recipients = ({ id, role, unit, district }: Actor) => [id, `${role}@${unit ?? district}`]

  app.get(
    '/api/notices',
    { schema: { tags, summary: '我的消息', response: { 200: Type.Array(Notice), ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const told = await within(database, { as: 'command', district }, (connection) =>
          noticesTo(connection, district, recipients(actor)),
        )
        // What a notice is about is read under the reader's own sight: of what they see no longer it says nothing but its words.
        const about = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const known = new Map<string, Headline>()
          for (const [flow, of] of Object.entries(headlines)) {
            const ids = new Set(told.filter((notice) => notice.flow === flow).map(({ item }) => item))
            for (const [id, headline] of ids.size > 0 ? await of(connection, actor, [...ids]) : []) known.set(id, headline)
          }
          return known
        })
        return told.map((notice) => {
          const headline = about.get(notice.item)
          return { ...notice, ...(headline && { about: headline }) }
        })
      }),
  )

  app.post('/api/notices/read', { schema: { tags, summary: '全部已读', response: { 200: Ok, ...problems } } }, async (request) =>
    asVisitor(request, async ({ actor }) => {
      await within(database, { as: 'command', district: actor.district }, (connection) =>
        readNotices(connection, actor.district, recipients(actor), clock()),
      )
      return ok
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
        const who = `${actor.district} ${actor.id}`
        const open = listening.get(who) ?? 0
        if (open >= mostOpen)
          return problem(refusal('tooMany', '打开的页面过多，请关闭一些', 'too many pages of yours are open: close some'))
        reply.hijack()
        const { raw } = reply
        // Whoever hung up while it was looked who they are: nothing more would tell that they are gone, and they be kept for ever.
        if (raw.destroyed) return
        listening.set(who, open + 1)
        raw.writeHead(200, {
          'content-type': 'text/event-stream; charset=utf-8',
          'cache-control': 'no-store',
          'x-accel-buffering': 'no',
          // Once it ends there is nothing more on this connection, which then keeps nobody from stopping.
          connection: 'close',
        })
        raw.write('retry: 3000\n\n')
        const leave = live.listen(actor.district, {
          sight: sightOf(actor),
          hear: (stir) => raw.write(`event: change\ndata: ${JSON.stringify(stir)}\n\n`),
          end: () => raw.end(),
        })
        // Whoever has signed out since, or lost or changed the post that they listen at, is let go; their page asks anew. So is a
        // phone out of reach, by what has piled up for it since the last beat.
        const stillHere = async () => {
          if (raw.writableLength > 0) return raw.destroy()
          const now = await visitorOf(database, clock, request).catch(() => undefined)
          if (raw.destroyed) return
          if (now?.actor.role === actor.role && now.actor.unit === actor.unit) raw.write(': still here\n\n')
          else raw.end()
        }
        const beat = setInterval(stillHere, beatEvery)
        raw.on('close', () => {
          clearInterval(beat)
          leave()
          const left = (listening.get(who) ?? 1) - 1
          if (left > 0) listening.set(who, left)
          else listening.delete(who)
        })
      }),
  )
}
