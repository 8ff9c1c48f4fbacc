import type { Static } from 'typebox'
import type { Blank, Context } from '#kernel/flow/command.ts'
import { isRefusal, noOccasion, type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import { mayBeGiven } from '#kernel/moments.ts'
import { isNameless } from '#kernel/people/nameless.ts'
import { refusedNumbers } from '#kernel/register/flaws.ts'
import { after } from '#kernel/time/limit.ts'
import { dayOf, startOf } from '#kernel/time/zone.ts'
import type { Errand, In, Paper } from './contract/errand.ts'
import { isGiven, isToKeep } from './contract/given.ts'
import type * as say from './contract/inputs.ts'
import type { Needed } from './contract/item.ts'
import { unconfirmed } from './contract/unconfirmed.ts'
import {
  acknowledge,
  find,
  fromDepartment,
  hand,
  isKeptCopy,
  isThere,
  keep,
  lose,
  mustBeBack,
  takenOver,
  toDepartment,
  unsay,
  waitsForResident,
} from './papers.ts'
import { type ErrandFacts, sideOf } from './show.ts'

export type Here = Context<Errand, ErrandFacts>
export type WithPapers = Exclude<Errand, { state: 'recorded' }>

/** Working days in which a community accepts, a helper begins, and what is to be brought is brought. */
export const promptly = { accept: 1, begin: 1, collect: 3 }
export const dueIn = ({ calendar, now }: Here, workingDays: number): string => after(calendar, now, { workingDays }, 1).toString()

/** The item without what is true of its present state only. */
function still<Item extends WithPapers>(item: Item): Omit<Item, 'dueAt' | 'reminded'> {
  const { dueAt: _due, reminded: _reminded, ...rest } = item
  return rest
}

/** The answer has to reach somebody: who only holds a query code is nobody. */
export const mustBeKnown = (_: Blank, { actor }: Here): Refusal | undefined =>
  isNameless(actor.id)
    ? refusal('notYou', '请先用手机号登录，代办员才能把结果告诉您', 'sign in by telephone first, so that the answer reaches you')
    : undefined

/** What is asked for and where, if there is such an item and such a place. */
export function asked({ entry, where }: Here, code: string) {
  if (!entry) return refusal('badInput', `代办事项“${code}”没有，或已经停用`, `"${code}" is no errand item, or is out of use`)
  if (!where)
    return refusal('badInput', '请选择本区的小区、楼栋或社区', 'choose an estate, a building or a community of the district')
  const { name, kind, department, days, hours, letter, papers } = entry
  const { placeName, ...lies } = where
  return { what: { code, itemName: name, kind, department, days, hours, letter, ...lies }, papers, placeName }
}

export function request(item: Blank, input: Static<typeof say.Request>, here: Here): In<'requested'> | Refusal {
  const found = asked(here, input.item)
  if (isRefusal(found)) return found
  return {
    ...{ ...item, ...found.what, ...wished(input), state: 'requested', resident: here.actor.id, placeName: found.placeName },
    papers: found.papers.map(wanted),
    ...(input.phone !== undefined && { phone: input.phone }),
    ...{ requestedAt: here.now.toString(), dueAt: dueIn(here, promptly.accept) },
  }
}

/** What whoever asks wishes for. */
export const wished = ({ note, atHome, half }: Static<typeof say.Request>) => ({
  atHome,
  ...(note !== undefined && { note }),
  ...(half !== undefined && { half }),
})

export const wanted = (paper: Needed): Paper => ({ ...paper, state: 'wanted', handovers: [] })

/** One that was done before this product was there: what and when, and nobody's name. */
export function record(item: Blank, { item: code, on }: Static<typeof say.Record>, here: Here): In<'recorded'> | Refusal {
  const found = asked(here, code)
  if (isRefusal(found)) return found
  if (found.what.community !== here.actor.unit)
    return refusal('badInput', '只补录本社区办的', 'record what your own community did')
  if (on > dayOf(here.now)) return refusal('badInput', '办结日期不能晚于今天', 'it cannot have been done after today')
  const endedAt = startOf(on)
  if (!mayBeGiven(endedAt)) return refusal('badInput', '办结日期太早，请核对', 'that day is too early: check it')
  return { ...item, ...found.what, state: 'recorded', endedAt: endedAt.toString() }
}

const ofHere = ({ helperIn }: Here, { community }: Errand): Refusal | undefined =>
  helperIn === community
    ? undefined
    : refusal('badInput', '代办员须是本社区的岗位', 'the helper must be at a post of this community')

export const assign = (item: In<'requested'>, { helper }: Static<typeof say.Assign>, here: Here): In<'assigned'> | Refusal =>
  ofHere(here, item) ?? { ...still(item), state: 'assigned', helper, dueAt: dueIn(here, promptly.begin) }

/** Papers do not change helpers by themselves. */
export const mustHoldNone = ({ papers }: WithPapers, { unattended }: Here): Refusal | undefined =>
  !papers.some((paper) => paper.state === 'handedOver' || unconfirmed(paper))
    ? undefined
    : unattended
      ? refuse(
          '代办员的岗位上没有人了，材料还没有还：请先“接手”，由您还给居民',
          'nobody is at the helper’s post, and papers are out: take it over first, and give them back',
        )
      : refuse('原来的代办员手里还有材料，请先还给居民', 'the helper still has papers: they go back to the resident first')

/** Where somebody is at the helper's post it is theirs; where nothing is out, another is named. */
export const mustBeUnattended = (item: Carried, { unattended }: Here): Refusal | undefined =>
  !unattended
    ? noOccasion('代办员的岗位上有人', 'somebody is at the helper’s post')
    : item.state === 'submitted' || item.papers.some((paper) => isGiven(paper) || unconfirmed(paper))
      ? undefined
      : noOccasion('没有要接手的材料', 'no paper is out')

/** Nobody is at the helper's post any more: whoever of the community takes the errand over is its helper, and has its papers. */
export const takeOver = <Item extends Carried>(item: Item, _: object, { actor, now }: Here): Item => ({
  ...{ ...item, helper: { role: actor.role, unit: item.community }, helperName: actor.name },
  papers: takenOver(item.papers, actor.name, now.toString()),
})

export function reassign(
  item: In<'assigned' | 'collecting' | 'rejected'>,
  { helper }: Static<typeof say.Reassign>,
  here: Here,
): In<'assigned'> | Refusal {
  const wrong = ofHere(here, item)
  if (wrong) return wrong
  const { helperName: _, ...rest } = item.state === 'rejected' ? unrejected(item) : still(item)
  return { ...rest, state: 'assigned', helper, dueAt: dueIn(here, promptly.begin) }
}

function unrejected(item: In<'rejected'>) {
  const { because: _because, missing: _missing, ...rest } = still(item)
  return rest
}

export const begin = (item: In<'assigned'>, _: object, here: Here): In<'collecting'> => ({
  ...{ ...still(item), state: 'collecting', helperName: here.actor.name, dueAt: dueIn(here, promptly.collect) },
})

/** Changes one paper of an errand, by its place in the list. */
export function onPaper<Item extends WithPapers>(
  item: Item,
  index: number,
  change: (paper: Paper) => Paper | Refusal,
): Item | Refusal {
  const paper = item.papers[index]
  if (!paper) return refusal('badInput', '没有这份材料', 'there is no such paper')
  const changed = change(paper)
  return isRefusal(changed) ? changed : { ...item, papers: item.papers.with(index, changed) }
}

/** A photo is named by who took it. */
export const mustBeOwn = ({ strange }: Here): Refusal | undefined =>
  strange ? refusal('badInput', '照片没有上传成功，请重新拍', 'the photo is not yours or not there: take it again') : undefined

type Ended = In<'done' | 'confirmed' | 'withdrawn' | 'declined'>
/** While papers are carried, and afterwards, as long as one that was found again has to go back. */
export type Carried = In<'collecting' | 'submitted' | 'rejected'> | Ended

/** Once it is over papers only go back. */
export const mustHaveSome = (item: Carried): Refusal | undefined =>
  !('endedAt' in item) || item.papers.some((paper) => paper.state === 'handedOver' || unconfirmed(paper))
    ? undefined
    : noOccasion('已经结束，没有要交接的材料', 'it is over, and no paper is out')

export function handOver<Item extends Carried>(item: Item, { paper, ...hands }: Static<typeof say.Hand>, here: Here) {
  const { actor, now } = here
  const side = sideOf(actor, item)
  if (side === undefined)
    return refusal('notYou', '只有居民和代办员交接材料', 'only the resident and the helper hand papers over')
  if ('endedAt' in item && hands.to === 'helper')
    return refusal('notNow', '已经结束，不再收材料', 'it is over: no more papers are taken')
  return mustBeOwn(here) ?? onPaper(item, paper, (one) => hand(one, hands, side, now.toString()))
}

export function acknowledged<Item extends Carried>(item: Item, { paper }: Static<typeof say.OnePaper>, { actor, now }: Here) {
  const side = sideOf(actor, item)
  if (side === undefined)
    return refusal('notYou', '只有居民和代办员交接材料', 'only the resident and the helper hand papers over')
  return onPaper(item, paper, (one) => acknowledge(one, side, now.toString()))
}

export const mustWait = ({ papers }: WithPapers): Refusal | undefined =>
  papers.some(unconfirmed) ? undefined : noOccasion('没有等着确认的交接', 'no handover waits to be confirmed')

export const unsaid = <Item extends Carried>(item: Item, { paper }: Static<typeof say.OnePaper>, { actor }: Here) =>
  onPaper(item, paper, (one) => unsay(one, sideOf(actor, item)))

/** What was not given away cannot be lost. */
export const mustHaveGiven = ({ papers }: WithPapers): Refusal | undefined =>
  papers.some(isGiven) ? undefined : noOccasion('没有交出来的材料', 'no paper was handed over')

export const lost = <Item extends Carried>(item: Item, { paper, remedy }: Static<typeof say.Lose>) =>
  refusedNumbers({ remedy }) ?? onPaper(item, paper, (one) => lose(one, remedy))

export const mustBeLost = ({ papers }: WithPapers): Refusal | undefined =>
  papers.some(({ state }) => state === 'lost') ? undefined : noOccasion('没有登记丢失的材料', 'no paper is lost')

export const found = <Item extends Carried>(item: Item, { paper }: Static<typeof say.OnePaper>) => onPaper(item, paper, find)

/** Only of a resident who was erased: any other has their papers back themself. */
export const mustBeGone = ({ papers }: Carried, { gone }: Here): Refusal | undefined =>
  !gone
    ? noOccasion('材料由居民本人收回', 'the resident has their papers back themself')
    : papers.some(isToKeep)
      ? undefined
      : noOccasion('没有要收存的材料在代办员手里', 'no paper to be kept is with the helper')

export const kept = <Item extends Carried>(item: Item, { paper }: Static<typeof say.OnePaper>, { actor, now }: Here) =>
  onPaper(item, paper, (one) => keep(one, actor.name, now.toString()))

/** Nothing goes to a department before all that it needs is there. */
export const mustHaveAll = ({ papers }: In<'collecting'>): Refusal | undefined => {
  const lacking = papers.filter((paper) => paper.state === 'wanted' || paper.state === 'returned' || unconfirmed(paper))
  const names = lacking.map(({ name }) => name)
  return lacking.length > 0
    ? refuse(`材料还没有收齐：${names.join('、')}`, `papers are still missing: ${names.join(', ')}`)
    : undefined
}

export const submit = (item: In<'collecting'>, _: object, here: Here): In<'submitted'> => ({
  ...{ ...still(item), state: 'submitted', papers: toDepartment(item.papers) },
  ...{ submittedAt: here.now.toString(), dueAt: dueIn(here, item.days) },
})

export const mustBeThere = ({ papers }: WithPapers): Refusal | undefined =>
  papers.some(isThere) ? undefined : noOccasion('没有原件在部门', 'no original is with the department')

export const fetchBack = <Item extends Carried>(item: Item): Item => ({
  ...item,
  papers: fromDepartment(item.papers),
})

export function reject(
  item: In<'submitted'>,
  { because, missing }: Static<typeof say.Reject>,
  here: Here,
): In<'rejected'> | Refusal {
  const wrong = refusedNumbers({ because, missing })
  if (wrong) return wrong
  const { submittedAt: _, ...rest } = still(item)
  return { ...rest, state: 'rejected', because, missing, dueAt: dueIn(here, promptly.collect) }
}

/** It is tried again: originals come back from the department, and copies are made anew. */
export const resume = (item: In<'rejected'>, _: object, here: Here): In<'collecting'> => ({
  ...{ ...unrejected(item), state: 'collecting', dueAt: dueIn(here, promptly.collect) },
  papers: fromDepartment(item.papers).map((paper) =>
    paper.state === 'withDepartment' || paper.state === 'returned' ? { ...paper, state: 'wanted' } : paper,
  ),
})

export function conclude(item: In<'submitted'>, _: object, { now }: Here): In<'done'> {
  const { submittedAt: _at, ...rest } = still(item)
  return { ...rest, state: 'done', endedAt: now.toString() }
}

export const confirm = (item: In<'done'>, rating: Static<typeof say.Confirm>): In<'confirmed'> => ({
  ...{ ...item, state: 'confirmed', rating },
})

/** Nobody has answered for a week: it counts as confirmed, and as rated by nobody. */
export const lapse = (item: In<'done'>): In<'confirmed'> => ({ ...item, state: 'confirmed' })

type Open = In<'requested' | 'assigned' | 'collecting' | 'rejected'>
function left(item: Open | In<'submitted'>) {
  if (item.state === 'rejected') return unrejected(item)
  if (item.state !== 'submitted') return still(item)
  const { submittedAt: _, ...rest } = still(item)
  return rest
}

/** It ends before it is done, as the resident wishes. */
export const withdrawn = (item: Open | In<'submitted'>, now: Temporal.Instant): In<'withdrawn'> => ({
  ...{ ...left(item), state: 'withdrawn', endedAt: now.toString() },
})

export const withdraw = (item: Open, _: object, { now }: Here): In<'withdrawn'> => withdrawn(item, now)

export const decline = (item: Open, { because }: Static<typeof say.Decline>, { now }: Here): In<'declined'> | Refusal =>
  refusedNumbers({ because }) ?? { ...left(item), state: 'declined', because, endedAt: now.toString() }

export const mustKeepCopies = ({ papers }: WithPapers): Refusal | undefined =>
  papers.some(isKeptCopy) ? undefined : noOccasion('没有要销毁的复印件', 'there is no copy to destroy')

export const destroyCopies = <Item extends In<'confirmed' | 'withdrawn' | 'declined'>>(item: Item): Item => ({
  ...item,
  papers: item.papers.map((paper) => (isKeptCopy(paper) ? { ...paper, state: 'destroyed' } : paper)),
})

export { mustBeBack }

/** The time has come: whoever has it is told, once. */
export const remind = <Item extends WithPapers>(item: Item): Item => ({ ...item, reminded: true })

/** A hand-back waits for whom it is for: they are told once. */
export const remindBack = <Item extends Carried>(item: Item): Item => ({
  ...item,
  papers: item.papers.map((paper) =>
    waitsForResident(paper)
      ? { ...paper, handovers: paper.handovers.map((one) => (one.confirmedBy === undefined ? { ...one, reminded: true } : one)) }
      : paper,
  ),
})
