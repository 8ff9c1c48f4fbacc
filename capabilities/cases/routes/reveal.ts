import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import { notFound } from '#kernel/flow/unseen.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { isOurs, writeLook } from '#kernel/vault/looks.ts'
import { sealedUnder, unsealed } from '#kernel/vault/store.ts'
import { Contact } from '../contract/answers.ts'
import { sightIn, standingOf } from '../sight.ts'
import { originsOf } from '../store/origins.ts'
import { Id, type Room, tags } from './room.ts'

/** How to reach the reporter, in full: for those who handle the case, with a reason that the reporter can read. */
export function addRevealRoutes(app: App, { house, cases }: Room) {
  const { database, clock, ring } = house
  const asVisitor = signedIn(house)

  const Reveal = Type.Object(
    { reason: Type.String({ minLength: 4, maxLength: 300, pattern: '\\S' }) },
    { additionalProperties: false },
  )
  app.post(
    '/api/cases/:id/reveal',
    { schema: { tags, summary: '查看完整联系方式', params: Id, body: Reveal, response: { 200: Contact, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { id } = request.params
        if (isOurs(request.body.reason)) return problem(refusal('badInput', '请写明查看原因', 'say why in words of your own'))
        const seen = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const item = await cases.itemOf(connection, district, id)
          return item && { item, standing: standingOf(item, actor, await cases.rulesOf(connection, district)) }
        })
        if (!seen) return problem(notFound)
        const { item, standing } = seen
        if (sightIn(standing, item).contact !== 'half')
          return problem(
            refusal('notYou', '只有承办人员可以查看联系方式', 'only those who handle the case may see how to reach the reporter'),
          )
        const contact = {
          ...(item.name && { name: item.name }),
          ...(item.phone && { phone: item.phone }),
          ...(item.home && { home: item.home }),
        }
        if (Object.keys(contact).length === 0)
          return problem(refusal('rule', '报单人没有留联系方式', 'the reporter left no way to reach them'))
        const origins = await within(database, { as: 'command', district }, (connection) => originsOf(connection, item))
        const sealed = await within(database, { as: 'read', district, sight: sightOf(actor) }, (connection) =>
          sealedUnder(connection, district, [id, ...origins], Object.values(contact)),
        )
        const kept = new Set(sealed.map((secret) => `vault:${secret.id}`))
        const open = Object.entries(contact).filter(([, secret]) => kept.has(secret))
        if (open.length === 0)
          return problem(
            refusal(
              'rule',
              '联系方式已按要求删除或已过保存期，这里不再保留',
              'how to reach the reporter was erased, or its time is over: it is kept here no more',
            ),
          )
        // The look is committed before anything is opened.
        const look = { subject: item.reporter, item: id, fields: open.map(([field]) => field), reason: request.body.reason }
        await within(database, { as: 'command', district }, (connection) => writeLook(connection, actor, look, clock()))
        const opened = unsealed(ring, district, sealed)
        return Object.fromEntries(open.map(([field, secret]) => [field, opened.get(secret) ?? '']))
      }),
  )
}
