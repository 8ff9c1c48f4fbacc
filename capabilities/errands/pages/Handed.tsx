import { useSay, type Words, w } from '#web/shared/language.ts'
import { When } from '#web/shared/parts.tsx'
import type { Paper, Side } from '../contract/errand.ts'
import { signings } from '../contract/kinds.ts'
import { yuan } from './words.ts'

const sides = { resident: w('居民', 'the resident'), helper: w('代办员', 'the helper') }

/** How a paper changed hands once: to whom and when, by whom it was confirmed, with its photos. */
export function Handed({ handover, id, side }: { handover: Paper['handovers'][number]; id: string; side: Side | undefined }) {
  const say = useSay()
  const { to, saidAt, confirmedBy, confirmedAt, photo, signed, amount } = handover
  return (
    <div className="soft small">
      {say(to === 'helper' ? w('居民 → 代办员', 'resident → helper') : w('代办员 → 居民', 'helper → resident'))}{' '}
      {amount !== undefined && <>{say(yuan(amount))} </>}
      <When at={saidAt} />
      {photo !== undefined && <Picture {...{ id, photo }} words={w('看材料照片', 'See the photo')} />}
      <p>
        {confirmedBy === undefined || confirmedAt === undefined ? (
          say(waitsFor(handover.saidBy, side))
        ) : (
          <>
            {say(signed ? signedWords(signings[signed.as]) : confirmed(confirmedBy))} <When at={confirmedAt} />
          </>
        )}
        {signed && <Picture {...{ id }} photo={signed.photo} words={w('看签字', 'See the signature')} />}
      </p>
    </div>
  )
}

/** Opened only by who asks for it: that they looked is written down. */
function Picture({ id, photo, words }: { id: string; photo: string; words: Words }) {
  const say = useSay()
  return (
    <a className="button plain" href={`/api/errands/${id}/photos/${photo}`} target="_blank" rel="noreferrer">
      {say(words)}
    </a>
  )
}

const waitsFor = (saidBy: Side, side: Side | undefined): Words =>
  side === undefined || side === saidBy
    ? w('等对方确认', 'to be confirmed by the other side')
    : w('等您确认', 'to be confirmed by you')
const confirmed = (side: 'resident' | 'helper'): Words => w(`${sides[side].zh}已确认`, `confirmed by ${sides[side].en}`)
const signedWords = ({ zh, en }: Words): Words => w(`居民已确认（${zh}）`, `confirmed by the resident (${en})`)
