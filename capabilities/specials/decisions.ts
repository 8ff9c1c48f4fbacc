import type { Static } from 'typebox'
import type { Blank, Change, Context } from '#kernel/flow/command.ts'
import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import type { Post } from '#kernel/people/actor.ts'
import { dayOf } from '#kernel/time/zone.ts'
import { words } from '#kernel/words.ts'
import { type Conclude, type Grow, mostCases, type Propose, type SetAside, type Special, type Take } from './contract.ts'
import type { SpecialFacts } from './show.ts'

type In<State extends Special['state']> = Extract<Special, { state: State }>
type Here = Context<Special, SpecialFacts>

/** Who decides: the community where it lies, else its street, else the dispatcher. */
export const holderOf = ({ district, community, street }: { district: string; community?: string; street?: string }): Post =>
  community !== undefined
    ? { role: 'communitySecretary', unit: community }
    : street !== undefined
      ? { role: 'streetDesk', unit: street }
      : { role: 'dispatcher', unit: district }

export const propose = (item: Blank, input: Static<typeof Propose>, { now }: Here): In<'proposed'> => ({
  ...{ ...item, ...input, state: 'proposed' },
  ...{ proposedAt: now.toString(), holder: holderOf({ ...input, district: item.district }) },
})

/** What came in since is about the same: it is not proposed a second time. */
export function grow<Item extends In<'proposed' | 'taken'>>(item: Item, { cases }: Static<typeof Grow>): Item {
  const there = new Set(item.cases.map(({ id }) => id))
  return { ...item, cases: [...item.cases, ...cases.filter(({ id }) => !there.has(id))].slice(0, mostCases) }
}

export function take(item: In<'proposed'>, { plan, until }: Static<typeof Take>, { now }: Here): In<'taken'> | Refusal {
  if (until < dayOf(now)) return refusal('badInput', '完成日期须在今天或以后', 'the day by which it is done must not be past')
  const { warnedAt: _, ...known } = item
  return { ...known, state: 'taken', plan, until, takenAt: now.toString() }
}

export const conclude = (item: In<'taken'>, { did }: Static<typeof Conclude>, { now }: Here): In<'done'> => ({
  ...{ ...item, state: 'done', did, doneAt: now.toString() },
})

export const setAside = (item: In<'proposed'>, { because }: Static<typeof SetAside>, { now }: Here): In<'setAside'> => ({
  ...{ ...item, state: 'setAside', because, setAsideAt: now.toString() },
})

/** Nobody has decided, or the day has gone by: the street hears of it, once. */
export function warn(item: In<'proposed' | 'taken'>, _: object, { now }: Here): Change<Special, In<'proposed' | 'taken'>> {
  const street: Post =
    item.street === undefined ? { role: 'supervisor', unit: item.district } : { role: 'streetDesk', unit: item.street }
  const { place, categoryName } = item
  const late = item.state === 'taken'
  return {
    item: { ...item, warnedAt: now.toString() },
    notices: [
      {
        to: street,
        words: late
          ? words(
              `${place}“${categoryName.zh}”专项已过计划日期，还没有完成`,
              `the special task on ${categoryName.en} at ${place} is past its day`,
            )
          : words(
              `${place}“${categoryName.zh}”建议专项，五天了还没有研判`,
              `nobody has decided on ${categoryName.en} at ${place} for five days`,
            ),
      },
    ],
  }
}
