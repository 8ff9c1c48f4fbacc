import { type Refusal, refusal } from '../../flow/refusal.ts'
import { type Words, words } from '../../words.ts'
import type { Actor } from '../actor.ts'
import { administrators, type Role, roles } from '../roles.ts'
import type { Unfit } from '../unfit.ts'

/** Posts that nobody is given: residents have none, timers are nobody, and who is on duty says the roster. */
const neverGiven: ReadonlySet<Role> = new Set(['resident', 'nobody', 'system', 'dutyOfficer'])

const notYou = (zh: string, en: string) => refusal('notYou', zh, en)

/** Whether an actor is one of these administrators; else who is. */
export const mustBe = (actor: Actor, ...wanted: readonly Role[]): Refusal | undefined =>
  wanted.includes(actor.role)
    ? undefined
    : notYou(
        `您的岗位不管这一项，由${wanted.map((role) => roles[role].zh).join('、')}办理`,
        `this is not for your post to do, but for the ${wanted.map((role) => roles[role].en).join(' or ')}`,
      )

/** Who rules over posts on a day: by whom administrators are appointed, and who is the last of their kind. */
export interface Rulers {
  systemAdmins: readonly string[]
  securityAdmins: readonly string[]
}

/** Somebody of the staff, as far as rules ask: which administrator they are or will be, and whether they have a second factor. */
export interface Somebody {
  id: string
  administers: readonly string[]
  secondFactor: boolean
}

/** Whether an actor may rename somebody: an administrator only by the security administrator, once there is one. */
export const mayRename = (actor: Actor, { administers }: Pick<Somebody, 'administers'>, hasSecurityAdmin: boolean) =>
  mustBe(actor, administers.length > 0 && hasSecurityAdmin ? 'securityAdmin' : 'systemAdmin')

/** Whether an actor may end somebody's account: as they may rename them, and nobody their own. */
export const mayEnd = (actor: Actor, somebody: Omit<Somebody, 'secondFactor'>, hasSecurityAdmin: boolean) =>
  mayRename(actor, somebody, hasSecurityAdmin) ??
  (somebody.id === actor.id ? notYou('不能停用自己的账号', 'nobody ends their own account') : undefined)

/** Whoever resets a password could sign in with it: an administrator's is for the security administrator alone. */
export const mayResetPassword = (actor: Actor, { administers }: Pick<Somebody, 'administers'>) =>
  mustBe(actor, administers.length > 0 ? 'securityAdmin' : 'systemAdmin')

/** Whether an actor may take a lost second factor away, so that a new one is set up; nobody their own, which would make it none. */
export const mayResetSecondFactor = (actor: Actor, { id, secondFactor }: Omit<Somebody, 'administers'>): Refusal | undefined =>
  mustBe(actor, 'securityAdmin') ??
  (id === actor.id
    ? notYou(
        '不能重置自己的动态口令，请由另一位安全管理员办理',
        'nobody resets their own second factor: ask another security administrator',
      )
    : secondFactor
      ? undefined
      : refusal('rule', '此人没有设置动态口令，不用重置', 'they have set up no second factor'))

/**
 * Whether an actor may give or end a post. The system administrator does, but administrators are appointed by the security
 * administrator, or as long as there is none, by the system administrator; and nobody gives themself anything.
 */
export function mayGive(
  actor: Actor,
  { role, account }: { role: Role; account: string },
  hasSecurityAdmin: boolean,
): Refusal | undefined {
  if (neverGiven.has(role)) return refusal('badInput', '这不是可以任命的岗位', 'this is no post that people are given')
  if (account === actor.id)
    return notYou(
      '不能给自己任命或撤销岗位，请由另一位管理员办理',
      'nobody gives themself a post, or ends their own: ask another administrator',
    )
  if (administrators.has(role)) {
    if (actor.role === 'securityAdmin' || (actor.role === 'systemAdmin' && !hasSecurityAdmin)) return undefined
    return notYou('管理员岗位由安全管理员任命', 'administrators are appointed by the security administrator')
  }
  return mustBe(actor, 'systemAdmin')
}

/** Somebody's post, with where it is. */
export interface PostThere {
  account: string
  role: Role
  unit: string
  street: string | null
  community: string | null
}

/**
 * Whether an actor may name who stands in at a post: its holder, the system administrator, and for grid workers their leaders. Never
 * themself, who would give themself a post; and who stands in hands the post on to nobody.
 */
export function mayNameStandIn(
  actor: Actor,
  post: PostThere & { standInFor: string | null },
  standIn?: string,
): Refusal | undefined {
  const { account, role, unit, street, community } = post
  if (administrators.has(role)) return notYou('管理员岗位不设代班', 'nobody stands in for an administrator')
  if (standIn === actor.id)
    return notYou('不能安排自己代班，请由本人或另一位负责人安排', 'nobody names themself: let its holder or another leader do it')
  if (post.standInFor !== null && standIn !== undefined)
    return refusal('rule', '代班的岗位不能再转给别人代', 'who stands in hands the post on to nobody')
  if (actor.role === 'systemAdmin' || actor.id === account) return undefined
  const leads =
    ['gridWorker', 'communityWorker', 'gridLeader'].includes(role) &&
    ((actor.role === 'communitySecretary' && (actor.unit === community || actor.unit === unit)) ||
      (actor.role === 'streetDesk' && actor.unit === street))
  return leads
    ? undefined
    : notYou(
        '只有本人、所在社区或街道的负责人和系统管理员可以安排代班',
        'only its holder, their leaders and the system administrator name a stand-in',
      )
}

/** Somebody who is to be on duty: the first day of it on which they are unfit for it, and why, if there is one. */
export interface NightWorker {
  id: string
  name: string
  unfit?: { day: string; why: Unfit } | undefined
}

/** Whether an actor puts somebody on duty: nobody who is unfit for it then, and no system administrator themself. */
export function mayPutOnDuty(actor: Actor, { id, name, unfit }: NightWorker): Refusal | undefined {
  if (actor.role === 'systemAdmin' && id === actor.id)
    return notYou('不能安排自己值班，请由街道指挥员安排', 'nobody puts themself on duty: ask the desk of the street')
  if (!unfit) return undefined
  const { zh, en } = unfitWords[unfit.why](name, unfit.day)
  return refusal('rule', zh, en)
}

const unfitWords: Record<Unfit, (name: string, day: string) => Words> = {
  noPost: (name, day) => words(`${name} ${day} 没有岗位，请换一个人值班`, `${name} is at no post on ${day}: choose another`),
  administers: (name, day) =>
    words(
      `${name} ${day} 是管理员，不值班：管理员不看居民的事项`,
      `${name} is an administrator on ${day}: these are not on duty, and read no residents’ cases`,
    ),
  ofProperty: (name, day) =>
    words(
      `${name} ${day} 是物业的人，不值街道的班：值班要看居民反映物业的事`,
      `${name} is of a property company on ${day}, about which residents report: nobody of these is on duty for a street`,
    ),
}

/** Whether an actor keeps the roster of a street. */
export const mayKeepRoster = (actor: Actor, unit: string): Refusal | undefined =>
  actor.role === 'systemAdmin' || (actor.role === 'streetDesk' && actor.unit === unit)
    ? undefined
    : notYou('值班表由本街道指挥员或系统管理员安排', 'a roster is kept by its street’s desk or the system administrator')
