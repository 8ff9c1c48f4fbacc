import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Post } from '#kernel/people/actor.ts'
import { moments } from '#kernel/time/limit.ts'
import type { Dispatch } from '../contract/inputs.ts'
import type { Case, CaseIn, Known } from '../contract/item.ts'
import type { Part } from '../contract/terms.ts'
import { known } from '../known.ts'
import { causes, limitOf, limitsAfter, type Step } from '../limits.ts'
import { hiddenFrom } from '../routing.ts'
import { type CaseContext, deskOf, dispatcherOf, nameOf, type Rulebook, takesNew } from '../rulebook.ts'
import { takenNow, withFormer } from './accepting.ts'
import { inItsGrid } from './regridding.ts'

/** How high someone stands: as far as a category's `dispatchBy` must reach for them to dispatch it (直派清单). */
const heights: Partial<Record<Post['role'], number>> = {
  gridWorker: 0,
  dutyOfficer: 2,
  communitySecretary: 1,
  streetDesk: 2,
  dispatcher: 3,
}
const dispatchers = {
  grid: { zh: '网格', en: 'the grid' },
  community: { zh: '社区', en: 'the community' },
  street: { zh: '街道', en: 'the street' },
  district: { zh: '指挥中心', en: 'the dispatcher' },
}
const needed = { grid: 0, community: 1, street: 2, district: 3 } as const

/** A category that is dispatched from higher up is passed up, not dispatched. */
export function dispatchesFromHigher(item: Case, { actor, rules }: CaseContext): Refusal | undefined {
  const category = rules.categories.get(item.category)
  if (!category || (heights[actor.role] ?? -1) >= needed[category.dispatchBy]) return
  const { zh, en } = dispatchers[category.dispatchBy]
  return refuse(`“${category.name.zh}”须由${zh}派单，请上报`, `${category.name.en} is dispatched by ${en}: escalate it`)
}

const endsSoon = (rules: Rulebook, unit: string): Refusal => {
  const [name, ends] = [nameOf(rules, unit), rules.units.get(unit)?.ends]
  return refuse(`${name} ${ends} 起停用，不再派给它：请另选单位`, `${name} ends on ${ends} and takes nothing new: choose another`)
}

/** Why a unit cannot lead this case: unknown, about itself, or not its duty (小马拉大车 ends here). */
function cannotLead(item: Case, unit: string, { rules }: CaseContext): Refusal | undefined {
  const desk = deskOf(rules, unit)
  if (!desk) return refuse('没有这个承办单位，请从列表中选择', 'there is no such handling unit: choose one from the list')
  if (!takesNew(rules, unit)) return endsSoon(rules, unit)
  if (hiddenFrom(item.place, item.about).includes(unit))
    return refuse('事项涉及该单位自身，不能由它办理', 'the case is about that unit itself')
  const dutyList = rules.categories.get(item.category)?.dutyList
  const isLocal = desk.role === 'streetDesk' || desk.role === 'communitySecretary'
  if (isLocal && dutyList === 'takenBack')
    return refuse('该事项已收回部门，不能派给街道或社区', 'this duty was taken back: it cannot go to a street or community')
  if (isLocal && dutyList === 'assist')
    return refuse('街道和社区对该事项只配合，须由部门主办', 'streets and communities only assist here: a bureau must lead')
}

/** 派单: to one lead, with any assisting units. The clock to resolve starts with the first dispatch and goes on through all others. */
export function dispatch(
  item: CaseIn<'reported' | 'accepted' | 'triage'>,
  input: Dispatch,
  context: CaseContext,
): CaseIn<'dispatched'> | Refusal {
  return sentTo(
    withFormer(item, item.holder.unit),
    item,
    { ...input, bound: false, by: item.holder, end: ['accept', 'solve', 'triage'] },
    context,
  )
}

interface Sending extends Dispatch {
  bound: boolean
  by: Post
  end: readonly Step[]
}

/** A case on its way to a lead unit, by dispatch or by ruling. */
export function sentTo(
  base: Known,
  item: Case,
  { lead, assisting = [], bound, by, end }: Sending,
  context: CaseContext,
): CaseIn<'dispatched'> | Refusal {
  const refused = cannotLead(item, lead, context)
  if (refused) return refused
  const desk = deskOf(context.rules, lead)
  const parts = partsFor(assisting, lead, item, context)
  if (!desk) return refuse('没有这个承办单位', 'there is no such handling unit')
  if ('because' in parts) return parts
  const hasRun = limitOf(item, 'resolve') !== undefined
  const hasContact = limitOf(item, 'contact') !== undefined || item.contactedAt !== undefined
  // What the new lead was asked for as an assistant is now its own to do.
  const earlier = base.parts.map((part) => (part.unit === lead && isOpen(part) ? { ...part, state: 'relieved' as const } : part))
  const running = { ...base, limits: base.limits.filter(({ step }) => step !== `part:${lead}`) }
  const limits = limitsAfter(running, context, {
    end: [...end, 'receive', 'extension'],
    begin: [
      { step: 'receive', cause: causes.dispatched },
      ...(hasContact ? [] : [{ step: 'contact' as const, cause: causes.dispatched }]),
      ...(hasRun ? [] : [{ step: 'resolve' as const, cause: causes.dispatched }]),
      ...parts.map(({ unit }) => ({ step: 'part' as const, unit, cause: causes.dispatched })),
    ],
  })
  return {
    ...base,
    ...limits,
    parts: [...earlier, ...parts],
    state: 'dispatched',
    holder: desk,
    lead,
    dispatchedBy: by,
    bound,
  }
}

function partsFor(
  assisting: NonNullable<Dispatch['assisting']>,
  lead: string,
  { place, about, parts: earlier, protected: guarded }: Case,
  { rules }: CaseContext,
): Part[] | Refusal {
  if (guarded && assisting.length > 0) return onlyTheLeadSees
  const hidden = hiddenFrom(place, about)
  const parts: Part[] = []
  for (const { unit, task } of assisting) {
    const holder = deskOf(rules, unit)
    if (!holder) return refuse(`没有“${unit}”这个协办单位`, `there is no handling unit ${unit}`)
    if (!takesNew(rules, unit)) return endsSoon(rules, unit)
    if (hidden.includes(unit)) return refuse('事项涉及该单位自身，不能由它协办', 'the case is about that unit itself')
    if ([...earlier, ...parts].some((part) => part.unit === unit && isOpen(part)))
      return refuse(`${nameOf(rules, unit)}已在协办`, `${unit} assists already`)
    if (unit === lead) return refuse('主办单位不能同时是协办单位', 'the lead cannot assist itself')
    parts.push({ unit, holder, task, state: 'asked' })
  }
  return parts
}

/** Nobody is asked for a part of, or called to, what they may not see. */
export const onlyTheLeadSees = refuse(
  '受保护的事项只有主办单位能看到，不能请其他单位协办或吹哨',
  'what is protected only its lead sees: no other unit assists or is called to it',
)

const isOpen = ({ state }: Part) => state === 'asked' || state === 'received'

/** 接单 by the lead: from now on it is theirs. */
export function receive(item: CaseIn<'dispatched'>, _: object, context: CaseContext): CaseIn<'handling'> {
  const { lead, dispatchedBy, bound, holder } = item
  const limits = limitsAfter(item, context, { end: ['receive'] })
  return {
    ...known(item),
    ...limits,
    state: 'handling',
    holder,
    lead,
    dispatchedBy,
    bound,
    receivedAt: context.now.toString(),
    ...takenNow(context),
  }
}

/** 转办: inside the lead's own unit tree, or anywhere by the dispatcher. Nobody passes a case sideways: the clock goes on. */
export function transfer(
  item: CaseIn<'dispatched' | 'handling'>,
  { lead }: { lead: string },
  context: CaseContext,
): CaseIn<'dispatched'> | Refusal {
  const { rules, actor } = context
  if (lead === item.lead) return refuse('已经由这个单位办理', 'it is with that unit already')
  if (actor.role !== 'dispatcher' && rules.units.get(lead)?.parent !== item.lead && rules.units.get(item.lead)?.parent !== lead)
    return refuse(
      `只能转给${nameOf(rules, item.lead)}内部的单位；其他单位请退单`,
      'it can only go to a unit of your own: return it if it belongs elsewhere',
    )
  const base = withFormer(item, item.lead)
  return sentTo(base, item, { lead, bound: item.bound, by: item.dispatchedBy, end: [] }, context)
}

/** How long after receiving a lead may still return a case. */
const returnSpan = { workingDays: 1 } as const

/** 退单: back to the post that dispatched, with a reason and the body that is right. The second return is for the dispatcher to rule on. */
export function giveBack(
  had: CaseIn<'dispatched' | 'handling'>,
  { words, rightBody }: { words: string; rightBody: string },
  context: CaseContext,
): CaseIn<'accepted' | 'triage' | 'contested'> | Refusal {
  const { rules } = context
  if (!deskOf(rules, rightBody)) return refuse('请指明正确的承办单位', 'name the body that is right')
  // Who gives it back is who has it, though by now it may lie in a street whose desk would.
  if (rightBody === had.lead) return refuse('退单须指明另一个承办单位', 'name another body than your own')
  const item = inItsGrid(had, context)
  const { contactTriedAt: _contactTriedAt, ...known } = withFormer(item, had.lead)
  const base = { ...known, returns: item.returns + 1, contactTries: 0 }
  const ended = ['receive', 'extension'] as const
  if (base.returns >= 2) {
    const limits = limitsAfter(base, context, { end: ended, begin: [{ step: 'rule', cause: causes.contested }] })
    return { ...base, ...limits, state: 'contested', holder: dispatcherOf(rules), dispute: { why: 'returned', words, rightBody } }
  }
  // To get in touch is for whoever leads, and begins with the next; to resolve runs on, whoever has it.
  const end = [...ended, 'contact'] as const
  const back = item.dispatchedBy
  if (back.role === 'gridWorker' || back.role === 'dutyOfficer') {
    const limits = limitsAfter(base, context, { end, begin: [{ step: 'solve', cause: causes.returned }] })
    return { ...base, ...limits, state: 'accepted', holder: back }
  }
  const desk = back.role === 'communitySecretary' ? 'community' : back.role === 'streetDesk' ? 'street' : 'district'
  const limits = limitsAfter(base, context, { end, begin: [{ step: 'triage', cause: causes.returned }] })
  return { ...base, ...limits, state: 'triage', holder: back, desk }
}

/** A ruled lead is bound; and a working day after receiving it is too late. */
export function mayNotReturn(item: CaseIn<'dispatched' | 'handling'>, { now, calendar }: CaseContext): Refusal | undefined {
  if (item.bound) return refuse('裁定后的主办单位不能退单', 'a lead that was ruled cannot return the case')
  const resolve = limitOf(item, 'resolve')
  if (resolve && resolve.dueAt <= now.toString())
    return refuse(
      '办结时限已过，不能退单；确不归本单位的，请指挥中心转办',
      'its limit to resolve is over: it can no longer be returned. Ask the dispatcher to transfer what is not yours',
    )
  if (item.state === 'dispatched') return
  const ends = moments(calendar, Temporal.Instant.from(item.receivedAt), returnSpan).dueAt
  if (Temporal.Instant.compare(now, ends) > 0)
    return refuse('接单已超过 1 个工作日，不能退单', 'more than a working day after receiving: it can no longer be returned')
}
