import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import type { House } from '#kernel/flow/house.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import { notFound } from '#kernel/flow/unseen.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { Text } from '#kernel/text.ts'
import { Uuid } from '#kernel/uuid.ts'
import { isOurs, writeLook } from '#kernel/vault/looks.ts'
import { sealedUnder, unsealed } from '#kernel/vault/store.ts'
import { Contact } from '../contract/errand.ts'
import { isCommunity, sideOf } from '../show.ts'
import { errandBy } from '../store/lists.ts'

/** How to reach whoever an errand is for, whole, as they said: for their helper and the community, who say why. */
export function addRevealRoutes(app: App, { database, ring, clock }: House) {
  const asVisitor = signedIn({ database, clock })
  const body = Type.Object({ reason: Text(300) }, { additionalProperties: false })
  const params = Type.Object({ id: Uuid })
  app.post(
    '/api/errands/:id/reveal',
    { schema: { tags: ['errands'], summary: '查看完整联系方式', params, body, response: { 200: Contact, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { id } = request.params
        const { reason } = request.body
        if (reason.trim().length < 4 || isOurs(reason))
          return problem(refusal('badInput', '请写明查看原因，至少四个字', 'say why in words of your own, four signs at least'))
        const seen = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const item = await errandBy(connection, district, id)
          if (!item || item.state === 'recorded') return
          const contact = [item.name, item.phone].filter((secret) => secret !== undefined)
          return { item, sealed: await sealedUnder(connection, district, [id], contact) }
        })
        if (!seen) return problem(notFound)
        const { item, sealed } = seen
        if (sideOf(actor, item) !== 'helper' && !isCommunity(actor, item))
          return problem(refusal('notYou', '只有代办员和社区可以查看联系方式', 'only the helper and the community may see it'))
        if (sealed.length === 0)
          return problem(refusal('rule', '没有留联系方式，或已过保存期', 'there is none, or it is kept no longer'))
        const told = unsealed(ring, district, sealed)
        const [name, phone] = [item.name, item.phone].map((secret) => secret && told.get(secret))
        const whole = { ...(name !== undefined && { name }), ...(phone !== undefined && { phone }) }
        // The look is committed before anything goes out.
        const look = { subject: item.resident, item: id, fields: Object.keys(whole), reason }
        await within(database, { as: 'command', district }, (connection) => writeLook(connection, actor, look, clock()))
        return whole
      }),
  )
}
