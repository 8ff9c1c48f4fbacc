import type { Connection } from '../../database/open.ts'
import { type Refusal, refusal } from '../../flow/refusal.ts'
import { dayBefore } from '../../time/zone.ts'
import { mayBeAt } from '../contract.ts'
import { administrators, roles } from '../roles.ts'
import { hasOwnPassword, isStaffThere } from './store/people.ts'
import { administersAs, isThereAlready, type MaybeNew, placeThere, standsIn } from './store/posts.ts'

export const noPost = refusal('notFound', '没有这个岗位任职，或已结束', 'there is no such post, or it has ended')
export const noPerson = refusal('badInput', '没有这个人，或已停用', 'there is no such person, or their account has ended')

/**
 * Whether somebody may hold a post of their own until it ends, else why not: what giving one asks, and letting one that is there by
 * its `id` go on for longer. Ask it after `raiseRules`, which lets one change of posts at a time through.
 */
export async function mayHold(
  connection: Connection,
  district: string,
  post: MaybeNew,
  day: string,
): Promise<Refusal | undefined> {
  const { account, role, unit, ends } = post
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
  return (
    outlasts(place, ends) ??
    (administrators.has(role) ? await mayAdminister(connection, district, post, day) : undefined) ??
    ((await isThereAlready(connection, district, post)) ? thereAlready : undefined)
  )
}

const thereAlready = refusal(
  'rule',
  '此人这段时间已有这个岗位，不用再加；要改到哪一天，在已有的那条上改',
  'they hold this post then already: to change its last day, change it there',
)

/** Nobody is at a unit or grid that is no longer there: a post ends with it, or before. `ends` is the first day on which the post is over. */
function outlasts(place: { ends: string | null }, ends: string | null): Refusal | undefined {
  if (place.ends === null || (ends !== null && ends <= place.ends)) return undefined
  const last = dayBefore(place.ends)
  return refusal(
    'rule',
    `这里 ${place.ends} 起停用：请把最后一天填到 ${last} 或更早`,
    `it no longer stands from ${place.ends}: let the post end on ${last} at the latest`,
  )
}

/** Whether somebody may be an administrator: with a password that nobody else knows, in nobody's place, and of one kind only. */
async function mayAdminister(
  connection: Connection,
  district: string,
  { account, role }: Pick<MaybeNew, 'account' | 'role'>,
  day: string,
): Promise<Refusal | undefined> {
  if (!(await hasOwnPassword(connection, district, account)))
    return refusal(
      'rule',
      '此人还在用初始密码，先由本人登录改密，再任命管理员',
      'they still have their initial password, which others know: let them set their own first',
    )
  if (await standsIn(connection, district, account, day))
    return refusal(
      'rule',
      '此人正在或将要代班：先结束代班，再任命管理员',
      'they stand in for somebody: end that first, as no administrator does',
    )
  const holds = await administersAs(connection, district, account, day)
  return !holds.demo && holds.roles.some((one) => one !== role)
    ? refusal(
        'rule',
        '系统、安全、审计三类管理员须由不同的人担任',
        'system, security and audit administrator are three different people',
      )
    : undefined
}
