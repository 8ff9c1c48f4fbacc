import type { Static } from 'typebox'
import { flawsOf } from '#capabilities/stations/index.ts'
import type { Blank, Change, Context } from '#kernel/flow/command.ts'
import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import type { Post } from '#kernel/people/actor.ts'
import { isNameless } from '#kernel/people/nameless.ts'
import { refusedNumbers } from '#kernel/register/flaws.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'
import type { Application, Apply, Decline, Publish, Visit } from './contract/item.ts'
import type { ApplicationFacts } from './show.ts'

type In<State extends Application['state']> = Extract<Application, { state: State }>
type Here = Context<Application, ApplicationFacts>

/** The answer has to reach somebody: who only holds a query code is nobody. */
export const mustBeKnown = (_: Blank, { actor }: Here): Refusal | undefined =>
  isNameless(actor.id)
    ? refusal('notYou', '请先用手机号登录，社区才能把结果告诉您', 'sign in by telephone first, so that the answer reaches you')
    : undefined

export function apply(item: Blank, input: Static<typeof Apply>, { actor, now, community }: Here): In<'applied'> | Refusal {
  if (!community)
    return refusal(
      'badInput',
      '这个位置不在本区的社区里，请在地图上重新指一下',
      'this lies in no community of the district: point to it again',
    )
  const [flaw] = flawsOf(input.hours)
  if (flaw) return refusal('badInput', `开放时间有误：${flaw.because.zh}`, `the hours are wrong: ${flaw.because.en}`)
  const { code, name: communityName, street } = community
  const { phone: telephone, ...offered } = input
  return {
    ...{ ...item, ...offered, state: 'applied', applicant: actor.id, appliedAt: now.toString() },
    ...{ community: code, communityName, holder: { role: 'communitySecretary', unit: code } },
    ...(street !== undefined && { street }),
    ...(telephone !== undefined && { telephone }),
  }
}

/** Somebody went and looked. */
export function visit(item: In<'applied'>, { visitedOn, found }: Static<typeof Visit>, { now }: Here): In<'visited'> | Refusal {
  if (visitedOn > dayOf(now)) return refusal('badInput', '上门日期不能晚于今天', 'the visit cannot be after today')
  if (visitedOn < dayOf(Temporal.Instant.from(item.appliedAt)))
    return refusal('badInput', '上门日期不能早于申请那天', 'the visit cannot be before they applied')
  const wrong = refusedNumbers({ found })
  if (wrong) return wrong
  const { warnedAt: _, ...known } = item
  return { ...known, state: 'visited', visitedOn, found }
}

export const approve = (item: In<'visited'>, _: object, { now }: Here): In<'approved'> => ({
  ...{ ...item, state: 'approved', approvedAt: now.toString() },
})

/** Once it stands in the register of stations, where everybody finds it, the applicant is told. */
export function publish(
  item: In<'approved'>,
  { station }: Static<typeof Publish>,
  { now, stations, isNamed }: Here,
): In<'published'> | Refusal {
  const registered = stations.get(station)
  if (!registered)
    return refusal('badInput', `没有登记代码为“${station}”的驿站，或已停用`, `no station of the code "${station}" stands`)
  if (registered.community !== item.community)
    return refusal('badInput', '这个驿站登记在别的社区', 'that station lies in another community')
  if (isNamed)
    return refusal(
      'badInput',
      `“${station}”是另一份申请公布的驿站，请为这一家另登记一个代码`,
      `"${station}" is the station of another application: register this one under a code of its own`,
    )
  const { approvedAt: _, ...known } = item
  return { ...known, state: 'published', station, publishedAt: now.toString() }
}

export function decline(
  item: In<'applied' | 'visited' | 'approved'>,
  { because }: Static<typeof Decline>,
  { now }: Here,
): In<'declined'> | Refusal {
  return refusedNumbers({ because }) ?? { ...knownOf(item), state: 'declined', because, declinedAt: now.toString() }
}

export const withdraw = (item: In<'applied' | 'visited' | 'approved'>, _: object, { now }: Here): In<'withdrawn'> => ({
  ...{ ...knownOf(item), state: 'withdrawn', withdrawnAt: now.toString() },
})

function knownOf(item: In<'applied' | 'visited' | 'approved'>) {
  if (item.state !== 'approved') return item
  const { approvedAt: _, ...known } = item
  return known
}

/** Nobody has come for a week: the street hears of it, once. */
export function warn(item: In<'applied'>, _: object, { now }: Here): Change<Application, In<'applied'>> {
  const street: Post =
    item.street === undefined ? { role: 'supervisor', unit: item.district } : { role: 'streetDesk', unit: item.street }
  return {
    item: { ...item, warnedAt: now.toString() },
    notices: [
      {
        to: street,
        words: words(
          `${item.communityName}：“${item.name}”申请成为驿站，一周还没有人上门看`,
          `${item.communityName}: nobody has visited "${item.name}", which applied to be a station a week ago`,
        ),
      },
    ],
  }
}
