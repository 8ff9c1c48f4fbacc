import { type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import { holds, type Post } from '#kernel/people/actor.ts'
import { remaining } from '#kernel/time/limit.ts'
import { onSameClock } from '#kernel/time/span.ts'
import type { Solve } from '../contract/inputs.ts'
import type { CaseIn, Known, Work } from '../contract/item.ts'
import type { Resolution } from '../contract/terms.ts'
import { known, relieved, workOf } from '../known.ts'
import { causes, limitsAfter, spanOf, workStep } from '../limits.ts'
import { type CaseContext, dispatcherOf, nameOf } from '../rulebook.ts'
import { owesDuty } from './duty.ts'
import { hasHelped, otherEye } from './otherEye.ts'
import { inItsGrid } from './regridding.ts'
import { postOf } from './reporting.ts'

type Working = CaseIn<'accepted' | 'triage' | 'handling'>

/** How long the reporter has to say something before a resolved case closes by itself, unrated. */
const ratingDays = 7

/** 自处置: what was done on the spot, looked at by another eye where the category asks for it. */
export const solveOnSite = (item: CaseIn<'accepted' | 'triage'>, input: Solve, context: CaseContext) =>
  resolved(item, input, context)

/** Which kinds can be settled by an answer alone. */
export const answerable: readonly Known['kind'][] = ['consultation', 'suggestion', 'praise']

export const needsMoreThanAnAnswer = (item: Working, context: CaseContext): Refusal | undefined =>
  owesDuty(item) ??
  (answerable.includes(item.kind)
    ? item.state === 'handling'
      ? mayNotResolve(item, context)
      : undefined
    : refusal(
        'notNow',
        '只有咨询、建议和表扬可以直接答复',
        'only consultations, suggestions and praise are settled by an answer',
      ))

/** 直接答复 */
export const answer = (item: Working, { done }: { done: string }, context: CaseContext): CaseIn<'resolved'> =>
  atReporter(item, resolutionOf(item, { outcome: 'solved', done }, context), context)

/** The lead resolves only when every part is in or relieved, and what the law wants reported is. */
export function mayNotResolve(item: CaseIn<'handling'>, { rules }: CaseContext): Refusal | undefined {
  const owed = owesDuty(item)
  if (owed) return owed
  const open = item.parts.filter(({ state }) => state === 'asked' || state === 'received').map(({ unit }) => nameOf(rules, unit))
  if (open.length === 0) return
  return refuse(`须等协办单位 ${open.join('、')} 反馈后才能办结`, `wait for ${open.join(', ')}, or relieve them`)
}

/** 办结 */
export const resolve = (item: CaseIn<'handling'>, input: Solve, context: CaseContext) => resolved(item, input, context)

function resolved(item: Working, input: Solve, context: CaseContext): CaseIn<'verifying' | 'resolved'> | Refusal {
  const category = context.rules.categories.get(item.category)
  if (input.outcome === 'notOurs' && !input.because && !input.rightBody)
    return refuse('请写明应由哪个单位负责', 'say which body is right')
  if (input.outcome === 'cannot' && !input.because) return refuse('请写明不能解决的依据', 'say on what ground it cannot be done')
  if (input.rightBody !== undefined && !context.rules.units.has(input.rightBody))
    return refusal('badInput', '没有这个单位，请从列表中选择', 'there is no such unit: choose one from the list')
  if (input.outcome === 'solved' && category?.photosWanted.after && !input.photos?.length)
    return refuse('这类事项办结须附处理后的照片', 'this kind of case needs a photo of how it is now')
  if (input.photos?.some((photo) => item.photos.includes(photo)))
    return refuse(
      '办理后的照片须另外拍，不能用报单时的照片',
      'a photo of how it is now is a new one, not one that came with the report',
    )
  const base = input.summary === undefined ? item : { ...item, summary: input.summary }
  const resolution = resolutionOf(item, input, context)
  if (!category?.verifiedOnSite || input.outcome !== 'solved') return atReporter(base, resolution, context)
  const verifier = otherEye(item, context.actor, context)
  if (!verifier) return atReporter(base, resolution, context)
  const limits = limitsAfter(item, context, { end: 'all', begin: [{ step: 'verify', cause: causes.verifying }] })
  return {
    ...known(base),
    ...limits,
    parts: relieved(item.parts),
    state: 'verifying',
    holder: verifier,
    resolution,
    ...workField(item),
  }
}

function resolutionOf(
  item: Working,
  { outcome, done, because, rightBody, photos }: Omit<Solve, 'summary'>,
  { actor, now }: CaseContext,
): Resolution {
  return {
    ...{ outcome, done, photos: photos ?? [] },
    ...(because !== undefined && { because }),
    ...(rightBody !== undefined && { rightBody }),
    at: now.toString(),
    by: { id: actor.id, name: actor.name, post: postOf(actor) },
    from: item.state,
    holder: item.holder,
  }
}

const workField = (item: Working): { work?: Work } => (item.state === 'handling' ? { work: workOf(item) } : {})

/** Resolved: it is the reporter's turn, for seven days. */
function atReporter(item: Working, resolution: Resolution, context: CaseContext): CaseIn<'resolved'> {
  const base = { ...known(item), parts: relieved(item.parts) }
  return toReporter({ ...base, ...limitsAfter(item, context, { end: 'all' }) }, resolution, workField(item), context)
}

const toReporter = (
  base: Known,
  resolution: Resolution,
  work: { work?: Work },
  { now, drawn }: CaseContext,
): CaseIn<'resolved'> => ({
  ...base,
  draw: { round: base.round, is: drawn },
  ...work,
  state: 'resolved',
  resolution,
  closesAt: now.add({ hours: 24 * ratingDays }).toString(),
})

/** 核查: another eye saw that it is done. */
export function verify(item: CaseIn<'verifying'>, _: object, context: CaseContext): CaseIn<'resolved'> {
  const work = item.work ? { work: item.work } : {}
  return toReporter({ ...known(item), ...limitsAfter(item, context, { end: ['verify'] }) }, item.resolution, work, context)
}

/**
 * What was not done goes back to whoever said it was.
 * What was said to be done and was not begins no new clock: each goes on with what was left when it stood still, an hour at least.
 */
export function sendBack(seen: CaseIn<'verifying'>, _: object, context: CaseContext): CaseIn<'accepted' | 'handling'> {
  const { ranLast, calendar } = context
  const item = inItsGrid(seen, context)
  const leftOf = (step: 'solve' | 'resolve') => {
    const due = ranLast?.get(step)
    const usual = spanOf(item, step, context)
    if (due === undefined) return undefined
    return onSameClock(
      usual,
      Math.max(60, Math.round(remaining(calendar, Temporal.Instant.from(item.resolution.at), due, usual))),
    )
  }
  const back = backToHandler(item, limitsAfter(item, context, { end: ['verify'] }), context, leftOf(workStep(item)))
  const resolve = item.work ? undefined : leftOf('resolve')
  if (resolve === undefined) return back
  // A unit had it before: what that one was given to resolve it in is the case's.
  return { ...back, ...limitsAfter(back, context, { begin: [{ step: 'resolve', cause: causes.reopened, span: resolve }] }) }
}

/** Whoever verifies or checks must not have solved it or helped to, whatever post they are at; nor be at a post that did. */
export const ownWork = (item: CaseIn<'verifying' | 'resolved'>, { actor, acted }: CaseContext): Refusal | undefined =>
  acted || actor.id === item.resolution.by.id || holds(actor, item.resolution.by.post) || hasHelped(item, actor.unit)
    ? refusal('notYou', '不能核查、验收自己办理的事项', 'nobody looks at their own work')
    : undefined

/** A case as its last handler has it again, with the limit of that state running. */
export function backToHandler(
  item: CaseIn<'verifying' | 'resolved' | 'closed' | 'contested'> & { resolution?: Resolution },
  limits: Pick<Known, 'limits' | 'limitCount'>,
  context: CaseContext,
  span = spanOf(item, workStep(item), context),
): CaseIn<'accepted' | 'handling'> {
  const base: Known = { ...known(item), ...limits }
  const cause = causes.reopened
  if (item.work) {
    const begun = limitsAfter(base, context, { begin: [{ step: 'resolve', cause, span }] })
    const holder: Post = item.resolution?.holder ?? dispatcherOf(context.rules)
    return { ...base, ...begun, ...item.work, state: 'handling', holder }
  }
  const by = item.resolution?.by
  const begun = limitsAfter(base, context, { begin: [{ step: 'solve', cause, span }] })
  const holder = item.resolution?.holder ?? item.accepting
  const isTheirs = by && by.post.role === holder.role && by.post.unit === holder.unit
  const takenBy = isTheirs && { id: by.id, name: by.name, at: context.now.toString() }
  return { ...base, ...begun, state: 'accepted', holder, ...(takenBy && { takenBy }) }
}
