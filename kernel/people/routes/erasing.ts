import { Type } from 'typebox'
import type { Store } from '../../files/store.ts'
import type { House } from '../../flow/house.ts'
import { refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { problem, problems } from '../../http/problem.ts'
import { words } from '../../words.ts'
import { takeToken } from '../cookie.ts'
import { erasePerson, type Forget, whyNotErased } from '../erasing.ts'
import { signedIn } from '../signedIn.ts'
import { allow, attempt } from '../throttle.ts'
import { tags } from './reply.ts'

/**
 * A resident has what is known of them erased: with their account, or with the query code of what they reported without one. Who is not
 * sure is told whether it can be done, and nothing changes.
 */
export function addErasureRoutes(app: App, house: House, store: Store, forgets: readonly Forget[]) {
  const asVisitor = signedIn(house)
  const Sure = Type.Object({ sure: Type.Boolean() }, { additionalProperties: false })
  app.post(
    '/api/me/erase',
    { schema: { tags, summary: '删除我的资料', body: Sure, response: { 200: Ok, ...problems } } },
    async (request, reply) =>
      asVisitor(request, async ({ actor, session }) => {
        if (session.kind === 'staff') return problem(byAdministrator)
        const whose = { district: actor.district, party: actor.id }
        const { sure } = request.body
        const slowed = sure ? undefined : await attempt(house.database, actor.district, asked, actor.id, house.clock())
        if (slowed) return problem(slowed)
        const refused = await (sure ? erasePerson(house, store, forgets, whose) : whyNotErased(house, forgets, whose))
        if (refused) return problem(refused)
        if (!sure) return ok
        takeToken(request, reply)
        return ok
      }),
  )
}

const asked = allow({
  name: 'erasures asked about',
  what: words('问能不能删除资料', 'whether one’s data can be erased'),
  per: 'account',
  most: 30,
  minutes: 60,
})

const byAdministrator = refusal(
  'notYou',
  '工作人员账号由系统管理员停用',
  'the account of a member of staff is ended by the system administrator',
)
