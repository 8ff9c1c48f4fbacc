import { type Actor, sightOf } from '../people/actor.ts'
import type { AnyItem, Blank } from './command.ts'
import { isBlank } from './decide.ts'
import type { Flow } from './define.ts'
import { type Refusal, refusal } from './refusal.ts'

export const notFound = refusal('notFound', '没有找到，或不在您的查看范围内', 'there is no such thing, or it is not yours to see')

/** Whether an actor sees an item: the same as row-level security says, for the command path, which reads by district. */
export function sees<Item extends AnyItem, Facts>(flow: Flow<Item, Facts>, actor: Actor, item: Item): boolean {
  const { everything, places, party } = sightOf(actor)
  return everything || flow.parties(item).includes(party) || flow.places(item).some((unit) => places.includes(unit))
}

/**
 * A refusal as its reader may know it: of an item that they do not see they are told no more than of one that there is not.
 * Residents may join what they do not follow yet, and are told if it is too late for that.
 */
export function asSeen<Item extends AnyItem, Facts>(
  flow: Flow<Item, Facts>,
  actor: Actor,
  item: Item | Blank,
  refused: Refusal,
): Refusal {
  if (refused.kind !== 'notYou' && refused.kind !== 'notNow') return refused
  if (isBlank(item)) return refused.kind === 'notNow' ? notFound : refused
  const mayKnow = sees(flow, actor, item) || (actor.role === 'resident' && refused.kind === 'notNow')
  return mayKnow ? refused : notFound
}
