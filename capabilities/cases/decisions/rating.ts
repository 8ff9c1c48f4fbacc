import type { Change } from '#kernel/flow/command.ts'
import { noOccasion, type Refusal, refuse } from '#kernel/flow/refusal.ts'
import { callsIn, hoursBetweenCalls, isInSample, mostCalls, reopenDays, staffHasItsCode } from '../calling.ts'
import type { Case, CaseIn, Known } from '../contract/item.ts'
import type { Rating } from '../contract/terms.ts'
import { known } from '../known.ts'
import { causes, limitsAfter } from '../limits.ts'
import { type CaseContext, dispatcherOf, stands } from '../rulebook.ts'
import { reportedAgain } from './declining.ts'
import { followersOwn } from './followersOwn.ts'
import { followersLeft } from './following.ts'
import { inItsGrid } from './regridding.ts'
import { backToHandler } from './resolving.ts'

type Judged = CaseIn<'resolved' | 'closed'>

const wordsIn = (item: Known, party: string): Rating[] =>
  item.ratings.filter((rating) => rating.round === item.round && rating.party === party)
const ratedIn = (item: Known, party: string): boolean => wordsIn(item, party).length > 0
/** What a caller noted bars nobody from their own word. */
const ratedThemselves = (item: Known, party: string): boolean => wordsIn(item, party).some(({ by }) => by !== 'callBack')

/**
 * One rating a round and person; a case that staff reported is checked by the grid leader, outside satisfaction. Residents whose reports were
 * merged into it, or who joined it, rate all the same.
 */
export function mayNotRate(item: CaseIn<'resolved'>, { actor }: CaseContext): Refusal | undefined {
  if (item.staffReported && !item.followers.includes(actor.id))
    return refuse('巡查发现的事项由网格长验收', 'what staff reported is checked by the grid leader')
  if (actor.role !== 'resident') return refuse('工作人员不评价自己经手的事项', 'staff do not rate what went through their hands')
  if (ratedThemselves(item, actor.id)) return refuse('这一轮您已评价过', 'you have rated this round already')
}

/** 评价: "not solved" brings it back to the last handler; after the second, the dispatcher rules. A follower rates for themselves. */
export function rate(
  item: CaseIn<'resolved'>,
  { solved, level, words }: { solved: boolean; level: number; words?: string },
  context: CaseContext,
): CaseIn<'resolved' | 'closed' | 'accepted' | 'handling' | 'contested'> | Change<Case, CaseIn<'resolved'>> {
  const { actor } = context
  // What came through a worker's hands proves nothing until a call back has confirmed it; what is not solved goes on all the same.
  const filed = actor.id === item.reporter ? item : context.filedFor
  const by = filed?.reporter === actor.id && staffHasItsCode(filed) ? 'codeSeenByStaff' : 'rating'
  const base = rated(item, { solved, level, ...(words !== undefined && { words }), party: actor.id, by }, context)
  if (actor.id === item.reporter && !solved) return notSolved(base, context)
  if (solved) return allSaySo(base, context) ? closedNow(base, false, context) : base
  const own = notSolvedFor(base, words, context)
  return { item: { ...base, children: [...base.children, own.id] }, others: [own] }
}

/**
 * Whether it is over by what was said, before its time: nothing is closed over the heads of others for whom it was wrong too; nor, where
 * there are any, by a code that staff had in hand; and the grid leader checks what staff reported.
 */
function allSaySo(item: CaseIn<'resolved'>, { erased }: CaseContext): boolean {
  const { reporter, staffReported } = item
  const followers = followersLeft(item, erased)
  const saidSo = (party: string) => wordsIn(item, party).some(({ by }) => by === 'rating')
  const own = wordsIn(item, reporter).some(({ by, solved }) => solved && (followers.length === 0 || by === 'rating'))
  return !staffReported && own && followers.every(saidSo)
}

/** What is not solved for a follower comes in as their own case. */
function notSolvedFor(item: Judged, words: string | undefined, context: CaseContext): CaseIn<'reported'> {
  const { actor, now } = context
  const said = words ?? `附议 ${item.number}：对我来说没有解决`
  const { everExtended: _everExtended, ...base } = followersOwn(inItsGrid(item, context), actor.id, said, context)
  const own = {
    ...base,
    ...{ reportedAt: now.toString(), former: [], parts: [], whistles: [] },
    ...{ round: 1, limits: [], limitCount: 0, returns: 0, notSolved: 0, extensions: 0, extendedDays: 0 },
    ...{ state: 'reported' as const, holder: base.accepting },
  }
  return reportedAgain(own, causes.reopened, context)
}

function rated<Item extends Judged>(item: Item, rating: Omit<Rating, 'round' | 'at'>, { now }: CaseContext): Item {
  return { ...item, ratings: [...item.ratings, { ...rating, round: item.round, at: now.toString() }] }
}

/** A new round for the last handler; the second "not solved" goes to the dispatcher. */
function notSolved(judged: Judged, context: CaseContext): CaseIn<'accepted' | 'handling' | 'contested'> {
  const item = inItsGrid(judged, context)
  const times = item.notSolved + 1
  // What is not solved after all is no longer shown to everybody as solved.
  const { publishedAt: _publishedAt, publicPhotos: _publicPhotos, leader: _leader, work, ...base } = item
  // A unit that is no more does not have it again.
  const its = work && stands(context.rules, work.lead) && { work }
  const next = { ...base, ...its, notSolved: times, round: item.round + 1, extensions: 0, extendedDays: 0, pausedDays: 0 }
  if (times < 2) return backToHandler(next, limitsAfter(next, context, { end: 'all' }), context)
  const limits = limitsAfter(next, context, { end: 'all', begin: [{ step: 'rule', cause: causes.reopened }] })
  return {
    ...known(next),
    ...limits,
    ...its,
    state: 'contested',
    holder: dispatcherOf(context.rules),
    dispute: { why: 'notSolved', words: '报单人第二次反映没有解决' },
  }
}

const closedNow = (item: CaseIn<'resolved'>, unrated: boolean, { now }: CaseContext): CaseIn<'closed'> => ({
  ...known(item),
  ...(item.work && { work: item.work }),
  state: 'closed',
  resolution: item.resolution,
  closedAt: now.toString(),
  unrated,
})

/** Nobody calls about their own work, twice, about what the reporter has said themselves, for ever, or whom they like. */
export function mayNotCallBack(item: Judged, { now, acted }: CaseContext): Refusal | undefined {
  if (item.staffReported) return refuse('巡查发现的事项没有报单人可回访', 'what staff reported has nobody to call')
  if (acted) return refuse('您参与过这件事的办理，须由别人回访', 'you took part in it: somebody else must call')
  const said = item.ratings.filter(({ round, party }) => round === item.round && party === item.reporter)
  if (said.some(({ by }) => by === 'callBack')) return refuse('这一轮已经回访过', 'this round was called about already')
  if (said.some(({ by }) => by === 'rating'))
    return refuse('报单人这一轮已自己评价', 'the reporter has rated this round themselves')
  if (item.state === 'closed' && daysSince(item.closedAt, now) > reopenDays)
    return refuse(`归档已超过 ${reopenDays} 天，不再回访`, `closed more than ${reopenDays} days ago`)
  if (!isInSample(item))
    return refuse('这一轮没有抽中回访，回访谁由系统抽取', 'this round was not drawn: nobody chooses whom to call')
}

const daysSince = (then: string, now: Temporal.Instant): number =>
  now.since(Temporal.Instant.from(then)).total({ unit: 'hours' }) / 24

/** 验收 of what staff reported. */
export function check(
  item: CaseIn<'resolved'>,
  { good }: { good: boolean },
  context: CaseContext,
): CaseIn<'closed' | 'accepted' | 'handling' | 'contested'> | Refusal {
  // Nothing is closed over the heads of residents for whom it was wrong too: it closes by itself once they have had their time.
  if (good && followersLeft(item, context.erased).some((party) => !ratedIn(item, party)))
    return refuse(
      '有居民附议或并入，须等他们评价；没有评价的到期自动归档',
      'residents joined it, or had theirs merged into it: they rate first, or it closes by itself in time',
    )
  return good ? closedNow(item, true, context) : notSolved(item, context)
}

export const residentReported = ({ staffReported }: Case): Refusal | undefined =>
  staffReported ? undefined : noOccasion('只有巡查发现的事项需要验收', 'only what staff reported is checked')

/** 归档 by the timer, seven days after; never by a person. */
export const close = (item: CaseIn<'resolved'>, _: object, context: CaseContext): CaseIn<'closed'> =>
  closedNow(item, !ratedIn(item, item.reporter), context)

/** As long as it is the residents' turn, whoever has not rated says so by that; once they have, it may still break again. */
export const ratesFirst = (item: Case, { actor }: CaseContext): Refusal | undefined =>
  item.state !== 'resolved' || (actor.id === item.reporter && ratedThemselves(item, actor.id))
    ? undefined
    : noOccasion('还在等评价：没有解决的，评价时说明', 'it waits to be rated: say so there')

export function tooLateToReopen(item: Judged, { actor, now }: CaseContext): Refusal | undefined {
  const isFollower = item.followers.includes(actor.id)
  if (isFollower && wordsIn(item, actor.id).some(({ solved }) => !solved))
    return refuse('您说没解决的，已作为您自己的事项在办', 'what you said is not solved goes on as a case of your own')
  return item.state === 'closed' && daysSince(item.closedAt, now) > reopenDays
    ? refuse(`归档已超过 ${reopenDays} 天，请重新报单`, `closed more than ${reopenDays} days ago: report it anew`)
    : undefined
}

/** 重办: to the last handler, and the supervisor hears of it. For who followed it, it goes on as a case of their own. */
export function reopen(
  item: Judged,
  { words }: { words: string },
  context: CaseContext,
): CaseIn<'accepted' | 'handling' | 'contested'> | Change<Case, Judged> {
  const { actor } = context
  if (!item.followers.includes(actor.id)) return notSolved(item, context)
  const own = notSolvedFor(item, words, context)
  const followers = item.followers.filter((party) => party !== actor.id)
  return { item: { ...item, followers, children: [...item.children, own.id] }, others: [own] }
}

/** 回访 by a worker outside the chain: what the reporter says on the telephone counts as what they say themselves. */
export function callBack(
  item: Judged,
  {
    answered,
    solved,
    level,
    words,
    outside,
  }: { answered: boolean; solved?: boolean; level?: number; words?: string; outside?: boolean },
  context: CaseContext,
): Judged | CaseIn<'accepted' | 'handling' | 'contested'> | Refusal {
  if (outside && item.outerId === undefined)
    return refuse('这件事不是其他平台转来的，须打电话问报单人', 'it did not come from another platform: call the reporter')
  const last = callsIn(item).at(-1)
  if (!answered && last && daysSince(last.at, context.now) < hoursBetweenCalls / 24)
    return refuse(`上次没有接通，${hoursBetweenCalls} 小时后再打`, `nobody answered: try again after ${hoursBetweenCalls} hours`)
  if (!answered && callsIn(item).length >= mostCalls)
    return refuse(`已打过 ${mostCalls} 次没有接通，不再打扰`, `called ${mostCalls} times without an answer: let them be`)
  if (answered && (solved === undefined || level === undefined))
    return refuse('请记录是否解决和满意度', 'note whether it was solved, and how satisfied')
  const call = {
    ...{ round: item.round, at: context.now.toString(), by: context.actor.name, answered },
    ...(outside && { outside: true as const }),
  }
  const called = { ...item, calls: [...(item.calls ?? []), call] }
  // What was not answered says nothing, whatever was noted with it.
  if (!answered || solved === undefined || level === undefined) return called
  const next = rated(
    called,
    { solved, level, ...(words !== undefined && { words }), party: item.reporter, by: 'callBack' },
    context,
  )
  return solved ? next : notSolved(next, context)
}
