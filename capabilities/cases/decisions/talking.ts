import type { Notice } from '#kernel/flow/command.ts'
import { called } from '#kernel/flow/limits.ts'
import { noOccasion, type Refusal, refuse } from '#kernel/flow/refusal.ts'
import type { Actor } from '#kernel/people/actor.ts'
import { dayOf } from '#kernel/time/zone.ts'
import type { Case, CaseIn } from '../contract/item.ts'
import { hiddenFrom } from '../routing.ts'
import { type CaseContext, deskOf, nameOf } from '../rulebook.ts'
import { ladderAbove } from '../telling.ts'
import { onlyTheLeadSees } from './dispatching.ts'

/** What says something and changes nothing else: the event is what remains of it. */
export const unchanged = <Item extends Case>(item: Item): Item => item

/** Once what was personal of a case is forgotten, nothing personal is told of it: nobody waits for it, and it would be kept anew. */
export const isForgotten = (_: Case, { forgotten }: CaseContext): Refusal | undefined =>
  forgotten
    ? refuse(
        '这件事的个人信息已按期删除，不能再留言：还有问题请重新报单',
        'what was personal of it is forgotten, as it is in time: if something is wrong, report it anew',
      )
    : undefined

/** 撤下公开摘要: what everybody could read of it, by whoever let them or by the reporter, at once. */
export const unpublish = <Item extends CaseIn<'resolved' | 'closed'>>(item: Item): Item => ({
  ...item,
  publishedAt: undefined,
  publicPhotos: undefined,
})

export const notPublished = ({ publishedAt }: Case): Refusal | undefined =>
  publishedAt === undefined ? noOccasion('没有公开的摘要', 'nothing of it is public') : undefined

/** The reporter takes back that private handling units may be told their name and telephone. */
export const hideContact = <Item extends Case>(item: Item): Item => ({ ...item, shareContact: false })

export const contactIsHidden = ({ shareContact }: Case): Refusal | undefined =>
  shareContact ? undefined : noOccasion('企业本来就看不到您的姓名电话', 'companies do not see your name or telephone')

/** 催办: once a day. */
export const remind = <Item extends Case>(item: Item, _: object, { now }: CaseContext): Item => ({
  ...item,
  remindedOn: dayOf(now),
})

export const remindedToday = (item: Case, { now }: CaseContext): Refusal | undefined =>
  item.remindedOn === dayOf(now)
    ? refuse('今天已经催过，明天可以再催', 'you have reminded them today: again tomorrow')
    : undefined

export const supervise = <Item extends Case>(item: Item): Item => ({ ...item, supervised: true })

/** 问报单人: the holder asks, the reporter replies: where they are signed in, by query code, or by the link that was sent to them. */
export const askReporter = <Item extends Case>(
  item: Item,
  { question }: { question: string },
  { actor, now }: CaseContext,
): Item => ({
  ...item,
  question: { asked: question, by: actor.name, at: now.toString() },
  askedOn: { day: dayOf(now), times: askedToday(item, now) + 1 },
})

/** So many messages a day about one case: more is no question but a nuisance, and each costs. */
const mostQuestions = 3
const askedToday = ({ askedOn }: Case, now: Temporal.Instant): number => (askedOn?.day === dayOf(now) ? askedOn.times : 0)

export const askedEnough = (item: Case, { now }: CaseContext): Refusal | undefined =>
  askedToday(item, now) >= mostQuestions
    ? refuse(
        `今天已问过 ${mostQuestions} 次，明天可以再问；急事请打电话`,
        `they were asked ${mostQuestions} times today: again tomorrow, or call them`,
      )
    : undefined

/** What they send along is the reporter's own, as what came with the report is: seen by the same, and erased with it. */
export function replyToAsk<Item extends Case>(item: Item, { photos = [] }: { photos?: string[] }): Item | Refusal {
  const all = [...new Set([...item.photos, ...photos])]
  if (all.length > mostPhotos)
    return refuse(
      `一件事最多 ${mostPhotos} 张照片，还可以加 ${mostPhotos - item.photos.length} 张`,
      `a case has ${mostPhotos} photos at most: ${mostPhotos - item.photos.length} more can be added`,
    )
  return { ...item, question: null, photos: all }
}
const mostPhotos = 9

/** In which states the holder asks, and a reply still reaches who asked. */
export const asking = ['accepted', 'triage', 'handling'] as const satisfies readonly Case['state'][]

/** Whether a question waits for this actor's reply. */
export const awaitsReply = ({ state, question, reporter }: Case, { id }: Pick<Actor, 'id'>): boolean =>
  question !== null && id === reporter && asking.some((one) => one === state)

export const nothingAsked = ({ question }: Case): Refusal | undefined =>
  question ? undefined : noOccasion('没有待回复的问题', 'nothing was asked')

/** 吹哨: units are called to a place by an hour. */
export function whistle<Item extends Case>(
  item: Item,
  { units, place, at }: { units: string[]; place: string; at: string },
  { rules, fresh, now }: CaseContext,
): { item: Item; notices: Notice[] } | Refusal {
  if (Temporal.Instant.compare(Temporal.Instant.from(at), now) <= 0)
    return refuse('到场时间须在现在以后', 'the hour must be ahead')
  if (item.protected) return onlyTheLeadSees
  const notices: Notice[] = []
  const hidden = hiddenFrom(item.place, item.about)
  for (const unit of units) {
    const to = deskOf(rules, unit)
    if (hidden.includes(unit)) return refuse('事项涉及该单位自身，不能吹哨到它', 'the case is about that unit itself')
    if (!to) return refuse(`没有“${unit}”这个单位`, `there is no handling unit ${unit}`)
    notices.push({
      to,
      words: { zh: `吹哨：请于约定时间到${place}报到（${item.number}）`, en: `called to ${place} (${item.number})` },
    })
  }
  return { item: { ...item, whistles: [...item.whistles, { id: fresh(), units, place, at, came: [] }] }, notices }
}

/** 报到: who came, and what was agreed. */
export function attend<Item extends Case>(
  item: Item,
  { whistle: id }: { whistle: string },
  { actor, rules }: CaseContext,
): Item | Refusal {
  const call = item.whistles.find((one) => one.id === id)
  const unit = actor.unit
  if (!call || unit === undefined || !call.units.includes(unit)) return refuse('没有吹哨到您的单位', 'your unit was not called')
  if (call.came.includes(unit)) return refuse(`${nameOf(rules, unit)}已报到`, 'your unit has attended already')
  return { ...item, whistles: item.whistles.map((one) => (one.id === id ? { ...one, came: [...one.came, unit] } : one)) }
}

/** 到点提醒 and 超时提醒: telling moves nothing; the limit notes that it called. Each goes one level higher, once. */
export function call<Item extends Case>(
  item: Item,
  { limit: id }: { limit: string },
  context: CaseContext,
): { item: Item; notices: Notice[] } | Refusal {
  const limit = item.limits.find((one) => one.id === id)
  if (!limit) return refuse('这个时限已结束', 'that limit has ended')
  // While an extension was asked in time, red waits for the answer.
  const limits = item.limits.map((one) => (one.id === id ? called(context.calendar, one) : one))
  return { item: { ...item, limits }, notices: ladderAbove(item, limit, context) }
}

/** 公开摘要 that a worker approved, for the page of what was solved nearby. */
export const approve = <Item extends CaseIn<'resolved' | 'closed'>>(
  item: Item,
  { summary, photos }: { summary: string; photos?: string[] },
  { now }: CaseContext,
): Item | Refusal =>
  photos?.some((photo) => item.photos.includes(photo))
    ? refuse(
        '报单人拍的照片不公开，请选办理后的照片',
        'what the reporter took is not made public: choose a photo of how it is now',
      )
    : { ...item, summary, publishedAt: now.toString(), publicPhotos: photos ?? [] }
