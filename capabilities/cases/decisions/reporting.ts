import type { Blank } from '#kernel/flow/command.ts'
import { isRefusal, type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Post } from '#kernel/people/actor.ts'
import { isNameless, namelessOf } from '#kernel/people/nameless.ts'
import { aboutOf } from '../concerning.ts'
import type { Report } from '../contract/inputs.ts'
import type { CaseIn, Known } from '../contract/item.ts'
import type { Channel } from '../contract/terms.ts'
import { causes, limitsAfter } from '../limits.ts'
import { accepting } from '../routing.ts'
import { type CaseContext, deskOf } from '../rulebook.ts'
import { seesCase } from '../sight.ts'
import { dutyOf } from './duty.ts'
import { outerNumber } from './outside.ts'

/** 报单: a report becomes a case, held at once by the post that is to accept it. */
export function report(blank: Blank, input: Report, context: CaseContext): CaseIn<'reported'> | Refusal {
  const { actor, now, located, rules, suggested, number, officeHours } = context
  if (!located) return refusal('badInput', '没有找到这个地点，请重新选择', 'this place was not found: choose it again')
  if (isRefusal(located)) return located
  const isStaff = actor.role !== 'resident'
  if (!isStaff && (input.as || input.outerId)) return isNameless(actor.id) ? notSignedIn : notStaff
  if (input.outerDueAt !== undefined && input.outerId === undefined)
    return refusal('badInput', '请填写来源平台的编号', 'give the number of the platform that it came from')
  if (isStaff && !input.as && !input.outerId)
    return refuse(
      '请说明是代来电人、来访人报单，还是巡查发现',
      'say whether you file for a caller, a visitor, or saw it on patrol',
    )

  const { filedBefore } = context
  // Its number here is for those who see it.
  if (filedBefore && seesCase(actor, filedBefore))
    return refuse(
      `来源平台的这个编号已登记为 ${filedBefore.number}`,
      `this number of the other platform is ${filedBefore.number} here already`,
    )
  if (filedBefore) return refuse('来源平台的这个编号已登记过', 'this number of the other platform is filed here already')

  const code = input.category ?? suggested?.category
  const category = code === undefined ? undefined : rules.categories.get(code)
  if (!category) return refusal('badInput', '没有这个类别，请从列表中选择', 'there is no such category: choose one from the list')

  const urgency = input.urgency ?? category.urgency
  const guarded = category.protected !== undefined
  const about = aboutOf(rules, category, located, input)
  const regards = regardsOf(input, context)
  if (isRefusal(regards)) return regards
  const routed = accepting(context, located, { about, urgent: urgency === 'urgent', officeHours, guarded, regards })
  const patrol = input.as === 'patrol'
  const item: Known = {
    district: blank.district,
    id: blank.id,
    version: 0,
    number,
    reportedAt: now.toString(),
    channel: channelOf(input, isStaff, actor.id),
    category: category.code,
    kind: input.kind ?? category.kind,
    urgency,
    place: regards ? { ...located, label: regards.name } : located,
    ...(regards && { regards }),
    reporter: isStaff && !patrol ? namelessOf(blank.id) : actor.id,
    staffReported: patrol,
    ...(context.codePastStaff && { codePastStaff: true as const }),
    words: input.words,
    shareContact: input.shareContact ?? false,
    photos: input.photos ?? [],
    gist: [...(suggested?.gist ?? [])].slice(0, 6),
    followers: [],
    about,
    protected: guarded,
    accepting: routed.post,
    routedBy: routed.words,
    round: 1,
    limits: [],
    limitCount: 0,
    returns: 0,
    notSolved: 0,
    extendedDays: 0,
    extensions: 0,
    contactTries: 0,
    parts: [],
    former: [],
    ratings: [],
    whistles: [],
    question: null,
    appealed: false,
    children: [],
    ...(isStaff && { filedBy: { id: actor.id, name: actor.name, post: postOf(actor) } }),
    ...(input.where !== undefined && { where: input.where }),
    ...(input.name !== undefined && { name: input.name }),
    ...(input.phone !== undefined && { phone: input.phone }),
    ...(input.home !== undefined && { home: input.home }),
    ...(input.outerId !== undefined && { outerId: outerNumber(input.outerId) }),
    ...(input.outerDueAt !== undefined && { outerDueAt: input.outerDueAt }),
  }
  return {
    ...item,
    ...limitsAfter(item, context, { begin: [{ step: 'accept', cause: causes.reported }, ...dutyOf(item)] }),
    state: 'reported',
    holder: routed.post,
  }
}

const notStaff = refuse('只有工作人员可以代为报单', 'only staff file for somebody else')
/** Most likely somebody of staff, whose session has ended while they wrote. */
const notSignedIn = refusal(
  'notSignedIn',
  '请先登录：只有工作人员可以代为报单',
  'sign in first: only staff file for somebody else',
)

/** What it is about that stands there, with the post at whoever keeps it. */
function regardsOf({ regards }: Report, { regarded, rules }: CaseContext): Known['regards'] | Refusal {
  if (!regards) return undefined
  if (!regarded) return refusal('badInput', '没有这个驿站，可能已经撤销', 'there is no such station, it may have closed for good')
  const { name, keeper } = regarded
  const post = deskOf(rules, keeper)
  return { ...regards, name, ...(post && { keeper: post }) }
}

export const postOf = ({ role, unit, district }: { role: Post['role']; unit?: string; district: string }): Post => ({
  role,
  unit: unit ?? district,
})

function channelOf({ as, outerId }: Report, isStaff: boolean, party: string): Channel {
  if (outerId !== undefined) return 'outer'
  if (as !== undefined) return as
  return isStaff || !isNameless(party) ? 'resident' : 'nobody'
}
