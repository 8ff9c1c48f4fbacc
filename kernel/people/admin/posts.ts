import { Type } from 'typebox'
import { newId } from '../../database/ids.ts'
import type { Connection } from '../../database/open.ts'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { type Refusal, refusal, unlessRefused } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { orProblem, problem, problems } from '../../http/problem.ts'
import { Day } from '../../moments.ts'
import { raiseRules } from '../../place/rules.ts'
import { dayAfter, dayBefore, dayOf } from '../../time/zone.ts'
import { keysOf } from '../../words.ts'
import type { Actor } from '../actor.ts'
import { mayBeAt } from '../contract.ts'
import { administrators, isRole, roles } from '../roles.ts'
import { signedIn } from '../signedIn.ts'
import { isLast, lastOne } from './last.ts'
import { Anyway, heldUp, openAt, toldOf, type WorkAt } from './leaving.ts'
import { mayGive, mayNameStandIn, mustBe } from './may.ts'
import { Code, PostRows, shownPost, tags } from './shown.ts'
import { hasOwnPassword, isStaffThere, peopleOf } from './store/people.ts'
import {
  administersAs,
  endPost,
  givePost,
  holdersOf,
  isThereAlready,
  placeThere,
  postsWhere,
  postThere,
  standsIn,
} from './store/posts.ts'
import { note } from './trail.ts'

const LastDay = Type.String({ ...Day, description: 'the last day' })
const noPost = refusal('notFound', '没有这个岗位任职，或已结束', 'there is no such post, or it has ended')
const noPerson = refusal('badInput', '没有这个人，或已停用', 'there is no such person, or their account has ended')

/** Nobody is at a unit or grid that is no longer there: a post ends with it, or before. `ends` is the first day on which the post is over. */
function outlasts(place: { ends: string | null } | undefined, ends: string | null): Refusal | undefined {
  if (!place || place.ends === null || (ends !== null && ends <= place.ends)) return undefined
  const last = dayBefore(place.ends)
  return refusal(
    'rule',
    `这里 ${place.ends} 起停用：请把最后一天填到 ${last} 或更早`,
    `it no longer stands from ${place.ends}: let the post end on ${last} at the latest`,
  )
}

/** Posts: giving and ending them, and who stands in during a leave. */
export function addPostAdministration(app: App, house: House, workAt: readonly WorkAt[]) {
  const { database, clock } = house
  const asVisitor = signedIn(house)
  const change = <Done extends object>(actor: Actor, work: (connection: Connection) => Promise<Done | Refusal>) =>
    within(
      database,
      { as: 'command', district: actor.district },
      async (connection) => {
        // Also lets one change of posts at a time through: of two who end the last two administrators, the second sees the first.
        await raiseRules(connection, actor.district)
        return work(connection)
      },
      unlessRefused,
    )

  const New = Type.Object(
    {
      account: Type.String({ minLength: 1, maxLength: 60 }),
      role: Type.Enum(keysOf(roles)),
      unit: Code,
      starts: Day,
      until: Type.Optional(LastDay),
    },
    { additionalProperties: false },
  )
  const Made = Type.Object({ id: Type.String() })
  app.post(
    '/api/posts',
    { schema: { tags, summary: '任命', body: New, response: { 200: Made, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { account, role, unit, starts, until } = request.body
        const now = clock()
        const day = dayOf(now)
        const done = await change(actor, async (connection) => {
          const guards = await holdersOf(connection, district, 'securityAdmin', day)
          const refused = mayGive(actor, { role, account }, guards.length > 0)
          if (refused) return refused
          if (until !== undefined && until < starts)
            return refusal('badInput', '结束日期早于开始日期', 'it would end before it begins')
          if (!(await isStaffThere(connection, district, account, day))) return noPerson
          const place = await placeThere(connection, district, unit)
          if (!place || (place.ends !== null && place.ends <= day))
            return refusal('badInput', '没有这个单位或网格', 'there is no such unit or grid')
          if (!mayBeAt(role, place.kind))
            return refusal(
              'badInput',
              `${roles[role].zh}不能设在这里，请另选单位或网格`,
              `a ${roles[role].en} cannot be here: choose another unit or grid`,
            )
          const over = outlasts(place, until === undefined ? null : dayAfter(until))
          if (over) return over
          if (administrators.has(role) && !(await hasOwnPassword(connection, district, account)))
            return refusal(
              'rule',
              '此人还在用初始密码，先由本人登录改密，再任命管理员',
              'they still have their initial password, which others know: let them set their own first',
            )
          if (administrators.has(role) && (await standsIn(connection, district, account, day)))
            return refusal(
              'rule',
              '此人正在或将要代班：先结束代班，再任命管理员',
              'they stand in for somebody: end that first, as no administrator does',
            )
          const holds = await administersAs(connection, district, account, day)
          if (administrators.has(role) && !holds.demo && holds.roles.some((one) => one !== role))
            return refusal(
              'rule',
              '系统、安全、审计三类管理员须由不同的人担任',
              'system, security and audit administrator are three different people',
            )
          const post = { account, role, unit, starts, ends: until === undefined ? null : dayAfter(until), standInFor: null }
          if (await isThereAlready(connection, district, post))
            return refusal(
              'rule',
              '此人这段时间已有这个岗位，不用再任命；要改到哪一天，在原来那条上改',
              'they hold this post then already: to change its last day, change it there',
            )
          const id = newId()
          await givePost(connection, district, { id, ...post })
          await note(connection, actor, now, {
            what: 'post given',
            subject: account,
            told: { role, unit, starts, ...(until && { until }) },
          })
          return { id }
        })
        return orProblem(done)
      }),
  )

  const Query = Type.Object(
    {
      ...{ unit: Type.Optional(Code), role: Type.Optional(Type.Enum(keysOf(roles))) },
      account: Type.Optional(Type.String({ maxLength: 60 })),
      day: Type.Optional(Day),
      after: Type.Optional(Type.String({ maxLength: 100 })),
    },
    { additionalProperties: false },
  )
  app.get(
    '/api/posts',
    { schema: { tags, summary: '岗位任职', querystring: Query, response: { 200: PostRows, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const refused = mustBe(actor, ...administrators)
        if (refused) return problem(refused)
        const most = 100
        const { day = dayOf(clock()), after, ...asked } = request.query
        const rows = await within(database, { as: 'command', district: actor.district }, (connection) =>
          postsWhere(connection, actor.district, asked, { day, after, most: most + 1 }),
        )
        const page = rows.slice(0, most)
        const last = page.at(-1)
        return {
          rows: page.map(shownPost),
          ...(rows.length > most && last && { next: last.id }),
        }
      }),
  )

  const Id = Type.Object({ id: Type.String({ maxLength: 100 }) })
  const Until = Type.Object({ until: LastDay, anyway: Anyway }, { additionalProperties: false })
  const Ending = Type.Object({ anyway: Anyway }, { additionalProperties: false })
  /** Lets a post or a stand-in end: `wanted` is the first day on which it is over; today, or before it has begun, where none is. */
  const endOn = (actor: Actor, id: string, wanted: string | undefined, anyway: boolean) =>
    change<typeof ok>(actor, async (connection) => {
      const { district } = actor
      const now = clock()
      const day = dayOf(now)
      const post = await postThere(connection, district, id, day)
      if (!post) return noPost
      const guards = await holdersOf(connection, district, 'securityAdmin', day)
      const refused =
        post.standInFor === null
          ? mayGive(actor, post, guards.length > 0)
          : mayNameStandIn(actor, { ...post, account: post.standInFor })
      if (refused) return refused
      const hasBegun = post.starts <= day
      const ends = wanted ?? (hasBegun ? day : post.starts)
      if (ends < day || ends < post.starts)
        return refusal('badInput', '最后一天已过，或早于开始', 'the last day is over, or before the first')
      // Whoever may end it, who stands in among them, could not all name somebody for so long.
      if (post.standInFor !== null && post.ends !== null && ends > post.ends)
        return refusal(
          'rule',
          '代班只能提前结束；要延长，请重新安排代班',
          'a stand-in can only end sooner: to go on, name one anew',
        )
      const { account, role, unit } = post
      const isSooner = post.ends === null || ends < post.ends
      const over = isSooner ? undefined : outlasts(await placeThere(connection, district, unit), ends)
      if (over) return over
      if (role === 'systemAdmin' && isSooner && (await isLast(connection, district, account, ends))) return lastOne
      // Of an end to come it is not known what will wait there, and there is time to find somebody.
      const isNow = ends <= dayAfter(day) && post.standInFor === null
      const open = isNow ? await openAt(connection, district, post, workAt) : []
      const held = anyway ? undefined : await heldUp(connection, district, post, ends, open)
      if (held) return held
      await endPost(connection, district, id, { account, role, unit, ends, today: day })
      await note(connection, actor, now, {
        what: 'post ended',
        subject: account,
        told: { role, unit, before: post.ends, ends, open },
      })
      return ok
    })
  app.patch(
    '/api/posts/:id',
    { schema: { tags, summary: '岗位到哪一天为止', params: Id, body: Until, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { until, anyway = false } = request.body
        return toldOf(await endOn(actor, request.params.id, dayAfter(until), anyway))
      }),
  )
  app.delete(
    '/api/posts/:id',
    { schema: { tags, summary: '免去岗位、结束代班', params: Id, querystring: Ending, response: { 200: Ok, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { anyway = false } = request.query
        return toldOf(await endOn(actor, request.params.id, undefined, anyway))
      }),
  )

  const StandIn = Type.Object(
    { account: Type.String({ minLength: 1, maxLength: 60 }), from: Day, until: Day },
    { additionalProperties: false },
  )
  app.post(
    '/api/posts/:id/stand-ins',
    { schema: { tags, summary: '安排代班', params: Id, body: StandIn, response: { 200: Made, ...problems } } },
    async (request) =>
      asVisitor(request, async ({ actor }) => {
        const { district } = actor
        const { account, from, until } = request.body
        const now = clock()
        const day = dayOf(now)
        if (until < from || until < day)
          return problem(refusal('badInput', '代班的最后一天早于第一天，或已过去', 'the last day is before the first, or over'))
        const done = await change(actor, async (connection) => {
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
          await givePost(connection, district, { id, ...standIn })
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
