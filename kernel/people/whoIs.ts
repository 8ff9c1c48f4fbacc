import type { FastifyRequest } from 'fastify'
import { asking } from '../asking.ts'
import type { Database } from '../database/open.ts'
import { once, within } from '../database/within.ts'
import { type Refusal, refusal } from '../flow/refusal.ts'
import type { Clock } from '../time/clock.ts'
import type { Account } from './accounts.ts'
import type { Actor } from './actor.ts'
import { type Asker, tokenIn } from './cookie.ts'
import { attended, untouchedOf } from './idle.ts'
import { residentOf } from './nameless.ts'
import { type HeldPost, postsIn } from './posts.ts'
import { administrators } from './roles.ts'
import { endIdle, noteSeen, partsOf, type Session, sessionOf } from './sessions.ts'

/** Somebody signed in: their session, the posts they may act at, and the actor they are at the chosen one. */
export interface Visitor {
  session: Session
  account: Pick<Account, 'displayName' | 'mustChange' | 'demo' | 'totpConfirmed'> | undefined
  /** What has to be done before any post can be acted at: a new password, a second factor, going to the office. */
  first?: 'password' | 'secondFactor' | 'office'
  posts: HeldPost[]
  /** Whether there are posts that administer, which are not acted at from here. */
  withheld?: true
  /** After how many minutes without a touch the session ends: the fewest of all its posts. */
  idleMinutes?: number
  actor: Actor
}

/**
 * Who sent a request: by its session cookie. A resident, somebody at one of their posts, or whoever holds the query code of one
 * case. Gives nothing for a cookie that is missing, forged, or over.
 */
export async function visitorOf(database: Database, clock: Clock, request: Asker): Promise<Visitor | undefined> {
  const visitor = await visitorBy(database, clock, request)
  const of = asking()
  if (of && visitor) Object.assign(of, { district: visitor.actor.district, role: visitor.actor.role })
  return visitor
}

async function visitorBy(database: Database, clock: Clock, request: Asker): Promise<Visitor | undefined> {
  const parts = partsOf(tokenIn(request))
  if (!parts) return undefined
  const { district } = parts
  const now = clock()
  const running = await once(database, { as: 'command', district }, (connection) => sessionOf(connection, parts, now))
  if (!running) return undefined
  const { holder: account, posts: held, seen, ...session } = running
  if (session.kind === 'code') return { session, account: undefined, posts: [], actor: residentOf(district, session.account) }
  if (!account) return undefined
  if (account.kind === 'resident') return { session, account, posts: [], actor: residentOf(district, account.id) }
  const all = postsIn(held ?? [])
  const posts = all.filter(({ role }) => request.fromOffice || !administrators.has(role))
  const withheld = posts.length < all.length
  const limits = all.flatMap(({ idleMinutes }) => idleMinutes ?? [])
  const idle = limits.length > 0 && { idleMinutes: Math.min(...limits) }
  if (idle) {
    const [minutes, { token }] = [idle.idleMinutes, session]
    const last = attended(Temporal.Instant.fromEpochMilliseconds(seen.getTime()), {
      minutes,
      now,
      untouched: untouchedOf(request),
    })
    if (last === 'over') {
      await within(database, { as: 'command', district }, (connection) => endIdle(connection, district, token, now))
      return undefined
    }
    if (last) await once(database, { as: 'command', district }, (connection) => noteSeen(connection, district, token, last))
  }
  const known = { session, account, ...(withheld && { withheld: true as const }), ...idle }
  const wanted = firstThing(account, all)
  // The account of an administrator is set up at the office, too.
  const first = withheld && (wanted || posts.length === 0) ? 'office' : wanted
  if (first) return { ...known, posts: [], first, actor: withoutPost(district, account) }
  const asked = request.headers['linli-post']
  // Who names a post that is not to be had does nothing at another.
  const post = posts.find(({ id }) => id === (asked ?? session.post)) ?? (asked === undefined ? posts[0] : undefined)
  const actor: Actor = post
    ? { district, id: account.id, name: account.displayName ?? '', role: post.role, unit: post.unit }
    : withoutPost(district, account)
  return { ...known, posts, actor }
}

/** What somebody has to do before they act at any of their posts. */
function firstThing({ mustChange, totpConfirmed }: Pick<Account, 'mustChange' | 'totpConfirmed'>, posts: readonly HeldPost[]) {
  if (mustChange) return 'password'
  return posts.some(({ secondFactor }) => secondFactor) && !totpConfirmed ? 'secondFactor' : undefined
}

/** Finds the district that somebody not signed in speaks to. */
export type DistrictOf = (request: FastifyRequest) => Promise<string>

/** The district that a request is about: that of whoever is signed in, else the one that they speak to. */
export const districtFor = async (
  { database, clock }: { database: Database; clock: Clock },
  districtOf: DistrictOf,
  request: FastifyRequest,
): Promise<string> => (await visitorOf(database, clock, request))?.actor.district ?? districtOf(request)

export const notSignedIn: Refusal = refusal(
  'notSignedIn',
  '请先登录，或用查询码打开',
  'sign in first, or open it with its query code',
)

export const notHere: Refusal = refusal(
  'notYou',
  '管理员的岗位、密码和动态口令要在办公网络里用',
  'the post, password and second factor of an administrator are for the office’s network',
)

/** Somebody between two posts, or before their first password: signed in, and may see and do nothing. */
const withoutPost = (district: string, { id, displayName }: Pick<Account, 'id' | 'displayName'>): Actor => ({
  district,
  id,
  name: displayName ?? '',
  role: 'nobody',
})
