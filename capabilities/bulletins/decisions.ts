import type { Static } from 'typebox'
import type { Blank, Context } from '#kernel/flow/command.ts'
import { isRefusal, type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import { dayOf } from '#kernel/time/zone.ts'
import {
  type Bulletin,
  type Concerned,
  type Correct,
  mostCorrections,
  type Publish,
  type TakeBack,
  type Wording,
} from './contract/item.ts'
import { reaches } from './reach.ts'
import type { BulletinFacts } from './show.ts'

type In<State extends Bulletin['state']> = Extract<Bulletin, { state: State }>
type Here = Context<Bulletin, BulletinFacts>

/** Nothing is off for longer than a year, nor told of longer before. */
const longest = { hours: 366 * 24 }

/** Whoever has no unit with a name cannot sign; and of the handling units only a utility writes to residents. */
export function mayWrite(_: Blank, { actor, home }: Here): Refusal | undefined {
  if (!home) return refusal('notYou', '您现在的岗位没有单位，不能署名发通知', 'your post is at no unit that could sign it')
  const handles = actor.role === 'clerk' || actor.role === 'unitLeader'
  return handles && home.kind !== 'utility'
    ? refusal(
        'notYou',
        '承办单位里只有水、电、气、暖等专营单位可以发小区通知',
        'of the handling units only utilities write to estates',
      )
    : undefined
}

export const mayCorrect = ({ earlier }: In<'published'>): Refusal | undefined =>
  earlier.length < mostCorrections
    ? undefined
    : refuse(
        `已更正 ${mostCorrections} 次，请撤回后重新发`,
        `it was corrected ${mostCorrections} times: take it back and write a new one`,
      )

export function publish(item: Blank, input: Static<typeof Publish>, here: Here): In<'published'> | Refusal {
  const { actor, home, now } = here
  const wording = wordingOf(input, here)
  if (isRefusal(wording)) return wording
  if (!home) return refusal('notYou', '您现在的岗位没有单位', 'your post is at no unit')
  return {
    ...{ ...item, ...wording, state: 'published', kind: input.kind, earlier: [] },
    ...{ by: { role: actor.role, unit: home.code }, signedBy: home.name, publishedAt: now.toString() },
  }
}

/** What it said stays in it, to be read by whoever read it then. */
export function correct(item: In<'published'>, input: Static<typeof Correct>, here: Here): In<'published'> | Refusal {
  const wording = wordingOf(input, here)
  if (isRefusal(wording)) return wording
  const { what, from, until, places, advice, call, ...rest } = item
  const was = { what, from, until, places, ...(advice !== undefined && { advice }), ...(call !== undefined && { call }) }
  return { ...rest, ...wording, earlier: [...item.earlier, { ...was, correctedAt: here.now.toString() }] }
}

export const takeBack = (item: In<'published'>, { because }: Static<typeof TakeBack>, { now }: Here): In<'takenBack'> => ({
  ...{ ...item, state: 'takenBack', because, takenBackAt: now.toString() },
})

export const end = (item: In<'published'>): In<'over'> => ({ ...item, state: 'over' })

/** What is to be said, with its places by name; or which of it cannot be said. */
function wordingOf(
  { what, advice, call, places, ...time }: Static<typeof Correct>,
  { actor, home, found, now }: Here,
): Wording | Refusal {
  const [from, until] = [Temporal.Instant.from(time.from), Temporal.Instant.from(time.until)]
  const before = Temporal.Instant.compare
  if (before(until, from) <= 0) return refusal('badInput', '结束时间须晚于开始时间', 'it would end before it begins')
  if (before(until, now) <= 0) return refusal('badInput', '结束时间已过，居民看不到了', 'its end is past: nobody would see it')
  if (before(from, now.add(longest)) > 0 || before(until, from.add(longest)) > 0)
    return refusal('badInput', '时间太远或太长，最多一年', 'at most a year ahead, and for a year at most')
  if (home?.ends !== undefined && dayOf(until) >= home.ends)
    return refusal(
      'badInput',
      `${home.name}到 ${home.ends} 停用，通知须在那之前结束`,
      `${home.name} ends on ${home.ends}: a bulletin that it signs ends before`,
    )
  const known: Concerned[] = []
  for (const code of places) {
    const place = found.get(code)
    if (!place)
      return refusal(
        'badInput',
        `没有小区、楼栋或社区“${code}”，或到那时已停用`,
        `no estate, building or community has the code ${code}, or it ends before`,
      )
    if (!reaches(actor, home, place))
      return refusal('notYou', `“${place.name}”不在您可以通知的范围内`, `${place.name} is not yours to write to`)
    known.push(place)
  }
  return {
    ...{ what: what.trim(), from: from.toString(), until: until.toString(), places: known },
    ...(advice !== undefined && { advice: advice.trim() }),
    ...(call !== undefined && { call: call.trim() }),
  }
}
