import { type Refusal, refuse } from '#kernel/flow/refusal.ts'
import { type Actor, holds } from '#kernel/people/actor.ts'
import type { CaseIn } from '../contract/item.ts'
import type { Part } from '../contract/terms.ts'
import { limitsAfter } from '../limits.ts'
import { type CaseContext, nameOf } from '../rulebook.ts'

type InHand = CaseIn<'dispatched' | 'handling'>

/** So long after a try that reached nobody the next one counts: three within a minute are one. */
const minutesBetweenTries = 60

/** 首次联系: reaching the reporter ends that limit; three honest tries do too. */
export function contact<Item extends InHand>(
  item: Item,
  { reached }: { reached: boolean },
  context: CaseContext,
): Item | Refusal {
  const { now } = context
  const waited = item.contactTriedAt === undefined ? undefined : now.since(Temporal.Instant.from(item.contactTriedAt))
  if (!reached && item.contactedAt === undefined && waited && waited.total('minutes') < minutesBetweenTries)
    return refuse(
      `刚才没有联系上，请隔 ${minutesBetweenTries} 分钟再试；联系上了请选“联系上了”`,
      `nobody was reached just now: try again after ${minutesBetweenTries} minutes, or say that they were reached`,
    )
  const contactTries = item.contactTries + 1
  if (!reached && contactTries < 3) return { ...item, contactTries, contactTriedAt: now.toString() }
  const limits = limitsAfter(item, context, { end: ['contact'] })
  return { ...item, ...limits, contactTries, ...(item.contactedAt === undefined && { contactedAt: context.now.toString() }) }
}

const mine = (item: { parts: readonly Part[] }, actor: Actor, ...states: Part['state'][]) =>
  item.parts.find((part) => holds(actor, part.holder) && states.includes(part.state))

const withPart = <Item extends InHand>(item: Item, part: Part, changed: Partial<Part>): Item => ({
  ...item,
  parts: item.parts.map((one) => (one === part ? { ...part, ...changed } : one)),
})

export const nothingAskedOfMe = (item: InHand, { actor }: CaseContext): Refusal | undefined =>
  mine(item, actor, 'asked') ? undefined : noPart
export const nothingOpenForMe = (item: InHand, { actor }: CaseContext): Refusal | undefined =>
  mine(item, actor, 'asked', 'received') ? undefined : noPart
export const nobodyAssists = ({ parts }: InHand): Refusal | undefined =>
  parts.some(({ state }) => state === 'asked' || state === 'received')
    ? undefined
    : refuse('没有未完成的协办任务', 'no part of this case is open')

/** 协办接单: an assisting unit takes its own part. */
export function receivePart<Item extends InHand>(item: Item, _: object, { actor }: CaseContext): Item | Refusal {
  const part = mine(item, actor, 'asked')
  return part ? withPart(item, part, { state: 'received' }) : noPart
}

/** 协办反馈: it says what it did; its limit ends. */
export function contribute<Item extends InHand>(
  item: Item,
  { answer }: { answer: string },
  context: CaseContext,
): Item | Refusal {
  const part = mine(item, context.actor, 'asked', 'received')
  if (!part) return noPart
  return withoutPartLimit(withPart(item, part, { state: 'contributed', answer }), part.unit)
}

/** Frees an assisting unit of its part, so that a silent one cannot block for ever. */
export function relieve<Item extends InHand>(item: Item, { unit }: { unit: string }, { rules }: CaseContext): Item | Refusal {
  const part = item.parts.find((one) => one.unit === unit && (one.state === 'asked' || one.state === 'received'))
  if (!part) return refuse(`${nameOf(rules, unit)}没有未完成的协办任务`, `${unit} has no open part`)
  return withoutPartLimit(withPart(item, part, { state: 'relieved' }), unit)
}

const noPart = refuse('您的单位没有未完成的协办任务', 'your unit has no open part in this case')

const withoutPartLimit = <Item extends InHand>(item: Item, unit: string): Item => ({
  ...item,
  limits: item.limits.filter(({ step }) => step !== `part:${unit}`),
})
