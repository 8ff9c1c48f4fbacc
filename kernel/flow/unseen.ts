import { type Actor, sightOf } from '../people/actor.ts'
import { isNameless } from '../people/nameless.ts'
import { roles } from '../people/roles.ts'
import type { Words } from '../words.ts'
import type { AnyItem, Blank } from './command.ts'
import { isBlank } from './decide.ts'
import type { Flow } from './define.ts'
import { type Refusal, refusal } from './refusal.ts'

export const notFound = refusal('notFound', '没有找到，或不在您的查看范围内', 'there is no such thing, or it is not yours to see')

interface Seen<Item extends AnyItem> extends Pick<Flow<Item, unknown>, 'places' | 'parties' | 'guarded'> {}

/** Whether an actor sees an item: the same as row-level security says, for the command path, which reads by district. */
export function sees<Item extends AnyItem>(flow: Seen<Item>, actor: Actor, item: Item): boolean {
  const { everything, guards, places, party } = sightOf(actor)
  const whole = everything && (guards || !flow.guarded?.(item))
  return whole || flow.parties(item).includes(party) || flow.places(item).some((unit) => places.includes(unit))
}

/**
 * Who is at a post does nothing with an item that they do not see, and is told no more of it than of one that there is not, nor sooner: of what
 * there is not nothing else is asked either, unless the command begins it. Residents are parties to what is theirs, and may join what is not yet.
 */
export function unseen<Item extends AnyItem>(
  flow: Seen<Item>,
  actor: Actor,
  item: Item | Blank,
  { mayBegin }: { mayBegin: boolean },
): Refusal | undefined {
  if (actor.role === 'resident') return
  const isTheirs = isBlank(item) ? mayBegin : sees(flow, actor, item)
  return isTheirs ? undefined : notFound
}

/** To whom a command is open: who begins an item (`beginners`), any resident (`residents`), or only parties to it. */
type Openness = 'beginners' | 'residents' | 'parties'

/**
 * A refusal as a resident may know it: a command that only its parties may send tells nobody else that the item is there, nor
 * where it stands and who has it. What any resident may send to it says why not. And whoever begins something under an id that
 * is taken by what is not theirs hears just that: without an account they are known by that id, and it may be another's.
 */
export function asSeen<Item extends AnyItem>(
  flow: Seen<Item>,
  actor: Actor,
  item: Item | Blank,
  { refused, open }: { refused: Refusal; open: Openness },
): Refusal {
  if (isBlank(item)) return refused.kind === 'notNow' ? notFound : refused
  const isTheirs = !isNameless(actor.id) && sees(flow, actor, item)
  if (open === 'beginners' && actor.role === 'resident' && !isTheirs) return taken
  const telling = refused.kind === 'notYou' || (refused.kind === 'notNow' && open === 'parties')
  return telling && !sees(flow, actor, item) ? notFound : refused
}

/** An id stands for one thing, whatever its kind: the record has one history of it. */
export const taken = refusal('notNow', '这个编号已经用过，请重新提交', 'this id is taken: send it again under a new one')

/** To whom a command is open, by its row in the flow. */
export const opennessOf = ({ by, from }: { by: readonly Words[]; from: readonly string[] }): Openness => {
  if (from.includes('new')) return 'beginners'
  return by.some(({ zh }) => zh === roles.resident.zh) ? 'residents' : 'parties'
}
