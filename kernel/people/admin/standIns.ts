import { Type } from 'typebox'
import { newId } from '../../database/ids.ts'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { orProblem, problem, problems } from '../../http/problem.ts'
import { Day } from '../../moments.ts'
import { dayAfter, dayOf } from '../../time/zone.ts'
import { administrators, isRole } from '../roles.ts'
import { signedIn } from '../signedIn.ts'
import { changePosts } from './changing.ts'
import { noPerson, noPost } from './giving.ts'
import { mayNameStandIn } from './may.ts'
import { StandIns, shownPost, tags } from './shown.ts'
import { isStaffThere, peopleOf } from './store/people.ts'
import { givePost, isThereAlready, postThere } from './store/posts.ts'
import { candidatesFor, standInsAt } from './store/standIns.ts'
import { note } from './trail.ts'
import { onDutyThen, turnsLostBy } from './turns.ts'

const most = 30

/** Who stands in at a post during a leave and who could, for whoever may name them; and naming them. */
export function addStandIns(app: App, house: House) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const params = Type.Object({ id: Type.String({ maxLength: 100 }) })
  const querystring = Type.Object(
    { search: Type.Optional(Type.String({ minLength: 1, maxLength: 40 })) },
    { additionalProperties: false },
  )
  app.get(
    '/api/posts/:id/stand-ins',
    { schema: { tags, summary: '谁在代班、谁可以代班', params, querystring, response: { 200: StandIns, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district, role } = actor
        const day = dayOf(clock())
        return within(database, { as: 'command', district }, async (connection) => {
          const post = await postThere(connection, district, request.params.id, day)
          if (!post) return problem(noPost)
          const refused = mayNameStandIn(actor, post)
          if (refused) return problem(refused)
          const named = await standInsAt(connection, district, post, day)
          const found = await candidatesFor(connection, district, post, {
            ...{ search: request.query.search, anybody: role === 'systemAdmin', by: actor, day, most: most + 1 },
          })
          return {
            named: named.map(shownPost),
            candidates: found.slice(0, most).map(({ name, unitName, ...candidate }) => ({
              ...{ ...candidate, name: name ?? '' },
              ...(unitName !== null && { unitName }),
            })),
            more: found.length > most,
          }
        })
      }),
  )

  const Made = Type.Object({ id: Type.String() })
  const StandIn = Type.Object(
    { account: Type.String({ minLength: 1, maxLength: 60 }), from: Day, until: Day },
    { additionalProperties: false },
  )
  app.post(
    '/api/posts/:id/stand-ins',
    { schema: { tags, summary: '安排代班', params, body: StandIn, response: { 200: Made, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { account, from, until } = request.body
        const now = clock()
        const day = dayOf(now)
        if (until < from || until < day)
          return problem(refusal('badInput', '代班的最后一天早于第一天，或已过去', 'the last day is before the first, or over'))
        const done = await changePosts(database, actor, async (connection) => {
          const post = await postThere(connection, district, request.params.id, day)
          if (!post) return noPost
          const refused = mayNameStandIn(actor, post, account)
          if (refused) return refused
          if (account === post.account) return refusal('badInput', '代班人须是另一个人', 'somebody else stands in')
          if (from < post.starts)
            return refusal(
              'badInput',
              `代班早于岗位本身（${post.starts} 起），请推后第一天`,
              `it would begin before the post itself (${post.starts}): choose a later first day`,
            )
          if (post.ends !== null && dayAfter(until) > post.ends)
            return refusal(
              'badInput',
              '代班比岗位本身还长，请提前最后一天',
              'it would outlast the post itself: choose an earlier last day',
            )
          const [person] = await peopleOf(connection, { ...actor, role: 'systemAdmin' }, { id: account, most: 1, day })
          if (!person || !(await isStaffThere(connection, district, account, day))) return noPerson
          if (person.posts.some(({ role }) => isRole(role) && administrators.has(role)))
            return refusal(
              'rule',
              '管理员不代班：他们不看居民的事项',
              'administrators stand in for nobody: they read no residents’ cases',
            )
          const near = person.posts.some(({ role, unit }) => role === post.role || unit === post.unit || unit === post.community)
          if (!near && actor.role !== 'systemAdmin')
            return refusal(
              'rule',
              '代班人须是同岗位或同单位的人',
              'who stands in holds the same role, or a post at the same unit',
            )
          const { role, unit } = post
          const standIn = { account, role, unit, starts: from, ends: dayAfter(until), standInFor: post.account }
          if (await isThereAlready(connection, district, standIn))
            return refusal('rule', '此人这段时间已经在代这个岗位，不用再安排', 'they stand in at this post then already')
          const id = newId()
          const turns = await turnsLostBy(connection, district, account, now, () =>
            givePost(connection, district, { id, ...standIn }),
          )
          const onDuty = onDutyThen(role, turns)
          if (onDuty) return onDuty
          await note(connection, actor, now, {
            what: 'stand-in named',
            subject: post.account,
            told: { standIn: account, role, unit, from, until },
          })
          return { id }
        })
        return orProblem(done)
      }),
  )
}
