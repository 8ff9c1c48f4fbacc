import { useState } from 'react'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble, When } from '#web/shared/parts.tsx'
import { signerCodes, signers } from '../contract/kinds.ts'
import { Acts, useCommand } from './Act.tsx'
import type { Part } from './part.ts'
import { signsAnew } from './words.ts'

/** The minutes: their last version, those before, what those who came said of them, and who signed. */
export function Minutes({ item, may, changed }: Part) {
  const say = useSay()
  const { drafts = [], remarks = [], signatures = [], signedAt } = item
  const last = drafts.at(-1)
  const [shown, setShown] = useState<number>()
  const read = shown === undefined ? last : drafts[shown]
  const unsigned = item.state === 'minuted' ? signerCodes.filter((as) => signatures.every((one) => one.as !== as)) : []
  const names = ['minute', 'remark', 'renew'].filter((name) => may.includes(name))
  if (!last && names.length === 0) return null
  return (
    <section className="stack close">
      <h2>{say(w('会议纪要', 'Minutes'))}</h2>
      {drafts.length > 1 && (
        <div className="line">
          {drafts.map((draft, index) => (
            <button
              key={draft.at}
              type="button"
              className="button"
              aria-pressed={(shown ?? drafts.length - 1) === index}
              onClick={() => setShown(index)}
            >
              {say(w(`第 ${index + 1} 版`, `Version ${index + 1}`))}
            </button>
          ))}
        </div>
      )}
      {read && (
        <article className="card stack tight">
          <p className="soft small">
            {read.by} · <When at={read.at} />
          </p>
          <p className="pre">{read.text}</p>
        </article>
      )}
      {remarks.length > 0 && <h3>{say(w('与会委员的意见', 'Remarks of those who came'))}</h3>}
      {remarks.map((one) => (
        <p key={one.at}>
          <span className="strong">{one.by}</span> <When at={one.at} />
          {say(w('：', ': '))}
          {one.words}
        </p>
      ))}
      {signatures.map((one) => (
        <p key={one.as}>
          ✓ {say(signers[one.as])} {one.by} <When at={one.at} />
        </p>
      ))}
      {unsigned.map((as) => (
        <p key={as} className="line">
          <LookChip look="waiting" words={w(`等${signers[as].zh}签字`, `waits for the ${signers[as].en} to sign`)} />
          <span className="soft">{[...(item.signers ?? []), ...item.members].find(({ office }) => office === as)?.name}</span>
        </p>
      ))}
      {signedAt !== undefined && (
        <p className="note good">
          {say(w('已签发，不能再改；要更正，请在以后的会议上更正。', 'Signed off: it is corrected by a later meeting only.'))}
        </p>
      )}
      {may.includes('sign') && last && <Signing {...{ item, changed }} drafts={drafts.length} />}
      <Acts
        {...{ path: 'meetings', item, names, changed }}
        begun={{ minute: { text: last?.text ?? '' } }}
        warnings={{ minute: signatures.length > 0 && signedAt === undefined ? signsAnew : undefined }}
      />
    </section>
  )
}

function Signing({ item, drafts, changed }: Pick<Part, 'item' | 'changed'> & { drafts: number }) {
  const say = useSay()
  const { busy, problem, press } = useCommand('meetings', item, 'sign', changed)
  return (
    <div className="stack close">
      <Trouble problem={problem} />
      <div className="line">
        <button
          type="button"
          className="button main"
          disabled={busy}
          onClick={() => press({ drafts, corrections: item.corrections?.length ?? 0 })}
        >
          {say(w(`在第 ${drafts} 版上签字`, `Sign version ${drafts}`))}
        </button>
        <span className="soft small">
          {say(w('主任和秘书各签一次，两人签后生效。', 'Chair and secretary each sign: it takes both.'))}
        </span>
      </div>
    </div>
  )
}
