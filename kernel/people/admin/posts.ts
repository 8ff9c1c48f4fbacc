import { Type } from 'typebox'
import { newId } from '../../database/ids.ts'
import { within } from '../../database/within.ts'
import type { House } from '../../flow/house.ts'
import { refusal } from '../../flow/refusal.ts'
import type { App } from '../../http/app.ts'
import { Ok, ok } from '../../http/done.ts'
import { orProblem, problem, problems } from '../../http/problem.ts'
import { Day } from '../../moments.ts'
import { dayAfter, dayOf } from '../../time/zone.ts'
import { keysOf } from '../../words.ts'
import type { Actor } from '../actor.ts'
import { administrators, roles } from '../roles.ts'
import { signedIn } from '../signedIn.ts'
import { changePosts } from './changing.ts'
import { mayHold, noPost } from './giving.ts'
import { isLast, lastOne } from './last.ts'
import { Anyway, heldUp, heldUpTwice, openAt, toldOf, type WorkAt } from './leaving.ts'
import { mayGive, mayNameStandIn, mustBe } from './may.ts'
import { Code, PostRows, shownPost, tags } from './shown.ts'
import { endPost, givePost, holdersOf, postsWhere, postThere } from './store/posts.ts'
import { note } from './trail.ts'
import { onDutyThen, stillOnDuty, takeOffLost, turnsLostBy } from './turns.ts'

const LastDay = Type.String({ ...Day, description: 'the last day' })

/** Posts: giving and ending them, and until when they are held. */
export function addPostAdministration(app: App, house: House, workAt: readonly WorkAt[]) {
  const { database, clock } = house
  const asVisitor = signedIn(house)

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
        const done = await changePosts(database, actor, async (connection) => {
          const guards = await holdersOf(connection, district, 'securityAdmin', day)
          const refused = mayGive(actor, { role, account }, guards.length > 0)
          if (refused) return refused
          if (until !== undefined && until < starts)
            return refusal('badInput', '结束日期早于开始日期', 'it would end before it begins')
          const post = { account, role, unit, starts, ends: until === undefined ? null : dayAfter(until), standInFor: null }
          const barred = await mayHold(connection, district, post, day)
          if (barred) return barred
          const id = newId()
          const turns = await turnsLostBy(connection, district, account, now, () =>
            givePost(connection, district, { id, ...post }),
          )
          const onDuty = onDutyThen(role, turns)
          if (onDuty) return onDuty
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
  /** Lets a post or a stand-in end, sooner or later than it was to: `wanted` is the first day on which it is over; today, or before it has begun, where none is. */
  const endOn = (actor: Actor, id: string, wanted: string | undefined, anyway: boolean) =>
    changePosts<typeof ok>(database, actor, async (connection) => {
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
      const isSooner = post.ends === null || ends < post.ends
      const isLonger = post.ends !== null && ends > post.ends
      // Whoever may end it, who stands in among them, could not all name somebody for so long.
      if (post.standInFor !== null && isLonger)
        return refusal(
          'rule',
          '代班只能提前结束；要延长，请重新安排代班',
          'a stand-in can only end sooner: to go on, name one anew',
        )
      const { account, role, unit } = post
      const barred = isLonger ? await mayHold(connection, district, { ...post, id, ends }, day) : undefined
      if (barred) return barred
      if (role === 'systemAdmin' && isSooner && (await isLast(connection, district, account, ends))) return lastOne
      // Of an end to come it is not known what will wait there, and there is time to find somebody.
      const isNow = ends <= dayAfter(day) && post.standInFor === null
      const open = isNow ? await openAt(connection, district, post, workAt) : []
      // What it would leave is asked of what is written then; what is refused is not kept.
      const turns = await turnsLostBy(connection, district, account, now, () =>
        endPost(connection, district, id, { account, role, unit, ends, today: day }),
      )
      const onDuty = isLonger ? onDutyThen(role, turns) : undefined
      if (onDuty) return onDuty
      const held = anyway ? undefined : heldUpTwice(await heldUp(connection, district, post, ends, open), stillOnDuty(turns))
      if (held) return held
      await takeOffLost(connection, district, account, turns, now)
      await note(connection, actor, now, {
        what: 'post ended',
        subject: account,
        told: { role, unit, before: post.ends, ends, open, turns: turns.map(({ starts_at }) => starts_at.toISOString()) },
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
}
