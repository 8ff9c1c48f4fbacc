import { useSay, type Words, w } from '#web/shared/language.ts'
import { When } from '#web/shared/parts.tsx'
import type { Paper, Side } from '../contract/errand.ts'
import { signings } from '../contract/kinds.ts'
import { yuan } from './words.ts'
import { sideFor } from './yours.ts'

/** How a paper changed hands once: to whom and when, by whom it was confirmed, with its photos. */
export function Handed({ handover, id, side }: { handover: Paper['handovers'][number]; id: string; side: Side | undefined }) {
  const say = useSay()
  const { to, saidAt, confirmedBy, confirmedAt, photo, signed, amount } = handover
  return (
    <div className="soft small">
      {say(passed(sideFor(to === 'helper' ? 'resident' : 'helper', side), sideFor(to, side)))}{' '}
      {amount !== undefined && <>{say(yuan(amount))} </>}
      <When at={saidAt} />
      {photo !== undefined && <Picture {...{ id, photo }} words={w('看材料照片', 'See the photo')} />}
      <p>
        {confirmedBy === undefined || confirmedAt === undefined ? (
          say(waitsFor(handover.saidBy, side))
        ) : (
          <>
            {say(signed ? signedWords(sideFor('resident', side), signings[signed.as]) : confirmed(sideFor(confirmedBy, side)))}{' '}
            <When at={confirmedAt} />
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
const passed = (from: Words, to: Words): Words => w(`${from.zh} → ${to.zh}`, `${from.en} → ${to.en}`)
const confirmed = (by: Words): Words => w(`${by.zh}已确认`, `confirmed by ${by.en}`)
const signedWords = (by: Words, { zh, en }: Words): Words => w(`${by.zh}已确认（${zh}）`, `confirmed by ${by.en} (${en})`)
