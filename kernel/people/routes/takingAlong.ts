import { Readable } from 'node:stream'
import { Type } from 'typebox'
import type { Store } from '../../files/store.ts'
import type { House } from '../../flow/house.ts'
import { refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { problem, problems } from '../../http/problem.ts'
import { words } from '../../words.ts'
import { signedIn } from '../signedIn.ts'
import { type Holding, takeAlong } from '../takingAlong.ts'
import { allow, attempt } from '../throttle.ts'
import { tags } from './reply.ts'

const allowed = allow({
  name: 'data taken along',
  what: words('下载我的资料', 'one’s own data taken along'),
  per: 'account',
  most: 5,
  minutes: 60,
})

const archive = 'application/zip'

/** A resident takes along what is known of them: with their account, or with the query code of what they reported without one. */
export function addTakingAlongRoutes(app: App, house: House, store: Store, holdings: readonly Holding[]) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const Bytes = Type.Unsafe<Readable>({ type: 'string', format: 'binary' })
  app.get(
    '/api/me/data.zip',
    { schema: { tags, summary: '下载我的资料', produces: [archive], response: { 200: Bytes, ...problems } } },
    async (request, reply) =>
      asVisitor(request, async ({ actor, session }) => {
        if (session.kind === 'staff') return problem(ofStaff)
        const slowed = await attempt(database, actor.district, allowed, actor.id, clock())
        if (slowed) return problem(slowed)
        const bytes = await takeAlong(house, store, holdings, actor)
        return reply
          .type(archive)
          .header('content-disposition', 'attachment; filename="linli.zip"')
          .header('cache-control', 'no-store')
          .send(Readable.from(bytes))
      }),
  )
}

const ofStaff = refusal(
  'notYou',
  '工作人员的资料请向系统管理员查询',
  'what is known of a member of staff is told by the system administrator',
)
