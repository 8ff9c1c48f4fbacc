import type { Static } from 'typebox'
import { type Refusal, refusal } from '#kernel/flow/refusal.ts'
import { isNameless } from '#kernel/people/nameless.ts'
import { refusedNumbers } from '#kernel/register/flaws.ts'
import type { In } from './contract/errand.ts'
import type * as say from './contract/inputs.ts'
import { type Here, withdrawn } from './decisions.ts'
import { close } from './filing.ts'
import { mustBeBack } from './papers.ts'

type Over = In<'confirmed' | 'withdrawn' | 'declined'>
type Erasable = In<'assigned' | 'collecting' | 'submitted' | 'rejected' | 'done'> | Over

/** Whoever has an account asks for it there; and nobody's name goes before their originals are back. */
export function mustBeErasable(item: Erasable): Refusal | undefined {
  if (!isNameless(item.resident))
    return refusal(
      'notYou',
      '居民有账号，由本人在“谁看过我的信息”里删除',
      'the resident has an account, and has it erased there themself',
    )
  if ('erased' in item && item.erased) return refusal('notNow', '已经按本人要求删除', 'it is erased already')
  return mustBeBack(item)
}

/**
 * The community erases what somebody without an account told, as they ask (PIPL, article 47). What was under way ends with it; which
 * papers went where stays.
 */
export function erase(item: Erasable, { because }: Static<typeof say.Erase>, { actor, now }: Here): Over | Refusal {
  const wrong = refusedNumbers({ because })
  if (wrong) return wrong
  const { name: _name, phone: _phone, note: _note, ...rest } = ended(item, now)
  return { ...rest, erased: { because, by: actor.name, at: now.toString() } }
}

function ended(item: Erasable, now: Temporal.Instant): Over {
  if (item.state === 'done') return close(item)
  return item.state === 'confirmed' || item.state === 'withdrawn' || item.state === 'declined' ? item : withdrawn(item, now)
}
