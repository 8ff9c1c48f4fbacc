import { Type } from 'typebox'
import { within } from '#kernel/database/within.ts'
import { refusal } from '#kernel/flow/refusal.ts'
import type { App } from '#kernel/http/app.ts'
import { problem, problems } from '#kernel/http/problem.ts'
import { sightOf } from '#kernel/people/actor.ts'
import type { Role } from '#kernel/people/roles.ts'
import { signedIn } from '#kernel/people/signedIn.ts'
import { allow, attempt } from '#kernel/people/throttle.ts'
import { Telephone } from '#kernel/text.ts'
import { lookOnce } from '#kernel/vault/looks.ts'
import { words } from '#kernel/words.ts'
import { CaseRow } from '../contract/seen.ts'
import { rowOf } from '../row.ts'
import { calledFrom, casesOf } from '../store/callers.ts'
import { type Room, tags } from './room.ts'

const reason = '有人用这个号码来电，登记时查以前报过的事'

const allowed = allow({
  name: 'calls',
  what: words('接电话时查来电人以前报过的', 'what a caller reported before'),
  per: 'account',
  most: 300,
  minutes: 60,
})

/** The roles that take calls and visitors. */
const takesCalls: ReadonlySet<Role> = new Set([
  'dispatcher',
  'caller',
  'streetDesk',
  'dutyOfficer',
  'communitySecretary',
  'communityWorker',
])

/**
 * What a caller told before, for whoever has them on the telephone: of that number the cases that their post sees. That they asked is
 * a look at each reporter's data, and nobody asks through a list of numbers.
 */
export function addCallRoutes(app: App, { house, cases }: Room) {
  const { database, clock, ring } = house
  const asVisitor = signedIn(house)
  const Asked = Type.Object({ phone: Telephone }, { additionalProperties: false })
  app.post(
    '/api/cases/calls',
    { schema: { tags, summary: '来电人以前报过的', body: Asked, response: { 200: Type.Array(CaseRow), ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        if (!takesCalls.has(actor.role))
          return problem(refusal('notYou', '接听来电、来访的岗位才能查', 'only posts that take calls and visitors may ask'))
        const slowed = await attempt(database, district, allowed, actor.id, clock())
        if (slowed) return problem(slowed)
        const ids = await within(database, { as: 'command', district }, (connection) =>
          calledFrom(connection, ring, district, request.body.phone),
        )
        const { found, rows } = await within(database, { as: 'read', district, sight: sightOf(actor) }, async (connection) => {
          const rules = await cases.rulesOf(connection, district)
          const seen = await casesOf(connection, district, ids)
          return { found: seen, rows: seen.map((item) => rowOf(item, rules, actor)) }
        })
        const now = clock()
        await within(database, { as: 'command', district }, async (connection) => {
          for (const { id, reporter } of found)
            await lookOnce(connection, actor, { subject: reporter, item: id, fields: ['phone'], reason }, now)
        })
        return rows
      }),
  )
}
