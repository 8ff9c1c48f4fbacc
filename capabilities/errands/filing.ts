import type { Static } from 'typebox'
import type { Blank } from '#kernel/flow/command.ts'
import { isRefusal, type Refusal, refusal } from '#kernel/flow/refusal.ts'
import type { In } from './contract/errand.ts'
import type * as say from './contract/inputs.ts'
import { asked, type Carried, dueIn, type Here, mustBeOwn, onPaper, promptly, wanted, wished } from './decisions.ts'
import { hand, sign } from './papers.ts'
import { partyOf } from './show.ts'

/** A helper writes an errand down for somebody without an account, who came or called: it is theirs to run at once. */
export function file(item: Blank, input: Static<typeof say.File>, here: Here): In<'collecting'> | Refusal {
  const { actor, helperIn, now } = here
  const found = asked(here, input.item)
  if (isRefusal(found)) return found
  if (actor.unit === undefined || found.what.community !== helperIn)
    return refusal('badInput', '只登记本社区居民的代办', 'write down what residents of your own community ask for')
  const { name, phone, brings = [] } = input
  const { role, unit } = actor
  const filed: In<'collecting'> = {
    ...{ ...item, ...found.what, ...wished(input), state: 'collecting', resident: partyOf(item.id), name },
    ...(phone !== undefined && { phone }),
    ...{ placeName: found.placeName, papers: found.papers.map(wanted), helper: { role, unit }, helperName: actor.name },
    ...{ requestedAt: now.toString(), dueAt: dueIn(here, promptly.collect) },
  }
  return brings.reduce<In<'collecting'> | Refusal>(
    (before, paper) =>
      isRefusal(before) ? before : onPaper(before, paper, (one) => hand(one, { to: 'helper' }, 'helper', now.toString())),
    filed,
  )
}

/** They sign for what changes hands: one signature for all that they are shown. */
export const signed = <Item extends Carried>(item: Item, { papers, ...proof }: Static<typeof say.Sign>, here: Here) =>
  mustBeOwn(here) ??
  papers.reduce<Item | Refusal>(
    (before, paper) => (isRefusal(before) ? before : onPaper(before, paper, (one) => sign(one, proof, here.now.toString()))),
    item,
  )

/** It is over once everything is back: whoever has no account is asked for no rating. */
export const close = (item: In<'done'>): In<'confirmed'> => ({ ...item, state: 'confirmed' })
