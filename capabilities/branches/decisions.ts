import type { Static } from 'typebox'
import type { Blank, Change, Context } from '#kernel/flow/command.ts'
import { type Refusal, refusal, refuse } from '#kernel/flow/refusal.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'
import {
  type Claim,
  type ClaimArea,
  type Declaration,
  type Declare,
  mostClaims,
  type OfClaim,
  type ShowName,
} from './contract/declaration.ts'
import type { DeclarationFacts } from './show.ts'

type In<State extends Declaration['state']> = Extract<Declaration, { state: State }>
type Here = Context<Declaration, DeclarationFacts>

/** A claim stands for a year: its last day is the day before the same day of the next year. */
export const yearFrom = (now: Temporal.Instant): string =>
  Temporal.PlainDate.from(dayOf(now)).add({ years: 1 }).subtract({ days: 1 }).toString()

export function declare(
  item: Blank | In<'withdrawn'>,
  { kind, shownName }: Static<typeof Declare>,
  { now, actor, covered }: Here,
): In<'declared'> | Refusal {
  if (!covered)
    return refusal(
      'badInput',
      '这个小区还没有登记党支部，暂时不能在这里亮身份',
      'this estate has no branch yet: nobody can declare here for now',
    )
  const { district, id, version } = item
  const before = item.state === 'new' ? {} : { claimedAs: item.claimedAs, claimedAt: item.claimedAt }
  return {
    ...{ district, id, version, state: 'declared', declarer: actor.id, kind, declaredAt: now.toString(), ...covered },
    ...(before.claimedAs !== undefined && { claimedAs: before.claimedAs }),
    ...(before.claimedAt !== undefined && { claimedAt: before.claimedAt }),
    ...(shownName !== undefined && { shownName }),
    claims: [],
  }
}

export function claimArea(
  item: In<'declared'>,
  { kind, where, promise }: Static<typeof ClaimArea>,
  { now, fresh }: Here,
): In<'declared'> | Refusal {
  if (item.claims.length >= mostClaims)
    return refuse(`同时最多认领 ${mostClaims} 处，请先放下一处`, `at most ${mostClaims} areas at a time: release one first`)
  const claim = { id: fresh(), kind, where, promise, claimedAt: now.toString(), until: yearFrom(now) }
  return {
    ...item,
    ...{ claimedAs: item.claimedAs ?? item.kind, claimedAt: item.claimedAt ?? now.toString() },
    claims: [...item.claims, claim],
  }
}

/** Changes one claim, or takes it out; what is not there any more is no claim to change. */
function withClaim(item: In<'declared'>, id: string, become: (claim: Claim) => Claim | undefined): In<'declared'> | Refusal {
  if (!item.claims.some((claim) => claim.id === id)) return noClaim
  return { ...item, claims: item.claims.flatMap((claim) => (claim.id === id ? (become(claim) ?? []) : claim)) }
}

const noClaim = refuse('没有这处责任区，可能已经放下或到期', 'there is no such area: it was released or has lapsed')

export const renew = (item: In<'declared'>, { claim }: Static<typeof OfClaim>, { now }: Here) =>
  withClaim(item, claim, ({ reminded: _, ...rest }) => ({ ...rest, until: yearFrom(now) }))

export const release = (item: In<'declared'>, { claim }: Static<typeof OfClaim>) => withClaim(item, claim, () => undefined)

/** Two weeks before it lapses its holder hears of it. In the notice stands nothing of what they wrote. */
export function remind(item: In<'declared'>, { claim }: Static<typeof OfClaim>): Change<Declaration, In<'declared'>> | Refusal {
  const until = item.claims.find(({ id }) => id === claim)?.until
  const next = withClaim(item, claim, (one) => ({ ...one, reminded: true }))
  if (until === undefined || next.state === 'refused') return noClaim
  const said = words(
    `您在${item.estateName}认领的一处责任区到 ${until} 期满。还愿意照看，请续认；不续就到期结束`,
    `an area that you claimed at ${item.estateName} ends on ${until}: renew it if you go on looking after it`,
  )
  return { item: next, notices: [{ to: { party: item.declarer }, words: said }] }
}

/** A year is over, and it was not renewed. */
export function lapse(item: In<'declared'>, { claim }: Static<typeof OfClaim>): Change<Declaration, In<'declared'>> | Refusal {
  const next = withClaim(item, claim, () => undefined)
  if (next.state === 'refused') return next
  const said = words(
    `您在${item.estateName}认领的一处责任区已满一年，到期结束。谢谢您；还愿意照看，可以再认领`,
    `an area that you claimed at ${item.estateName} has ended after a year: thank you. You may claim it again`,
  )
  return { item: next, notices: [{ to: { party: item.declarer }, words: said }] }
}

export const showName = (item: In<'declared'>, { name }: Static<typeof ShowName>): In<'declared'> => ({
  ...item,
  shownName: name,
})

export function hideName({ shownName, ...item }: In<'declared'>): In<'declared'> | Refusal {
  return shownName === undefined ? refuse('本来就没有显示称呼', 'no name is shown as it is') : item
}

/** It ends, and every claim with it. That somebody once claimed an area stays counted. */
export function withdraw({ claims: _, shownName: __, ...known }: In<'declared'>, ___: object, { now }: Here): In<'withdrawn'> {
  return { ...known, state: 'withdrawn', withdrawnAt: now.toString() }
}

/**
 * Whoever is erased is counted no longer: with the same telephone they are somebody new afterwards, and would be counted as often as they
 * come again.
 */
export function erase(item: Declaration, _: object, { now }: Here): In<'withdrawn'> {
  const { district, id, version, declarer, kind, declaredAt, estate, estateName, community, street } = item
  const withdrawnAt = item.state === 'withdrawn' ? item.withdrawnAt : now.toString()
  return {
    ...{ district, id, version, state: 'withdrawn', declarer, kind, declaredAt, withdrawnAt },
    ...{ estate, estateName, community, street },
  }
}
