import { useState } from 'react'
import { command, type Problem } from '#web/shared/ask.ts'
import { PhotoField } from '#web/shared/form/PhotoField.tsx'
import { useSay, type Words, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { upload } from '#web/shared/photo/upload.ts'
import { useSending } from '#web/shared/sending.ts'
import type { ErrandRow, Paper } from '../contract/errand.ts'
import type { Signing as Way } from '../contract/kinds.ts'
import { unconfirmed } from '../contract/unconfirmed.ts'
import { Signature } from './Signature.tsx'
import { lastOf, yuan } from './words.ts'

/** Somebody without an account signs for what changes hands: on this screen, or on a slip of paper that is photographed. */
export function Signing({ errand, changed }: { errand: ErrandRow; changed: () => void }) {
  const say = useSay()
  const [onPaper, setOnPaper] = useState(false)
  const [slip, setSlip] = useState<string>()
  const papers = errand.papers.flatMap((paper, index) => (unconfirmed(paper) ? [{ paper, index }] : []))
  const [unsent, setUnsent] = useState<Problem>()
  const { busy, problem, press } = useSending(
    (proof: { as: Way; photo: string }, key) =>
      command(`/api/errands/${errand.id}/sign`, { papers: papers.map(({ index }) => index), ...proof }, key, errand.version),
    changed,
  )
  const drawn = async (picture: Blob) => {
    const kept = await upload(picture)
    setUnsent(kept.done ? undefined : kept.problem)
    if (kept.done) await press({ as: 'signature', photo: kept.value.id })
  }
  if (papers.length === 0 || !errand.may.includes('sign')) return null
  return (
    <section className="note stack close">
      <h3>{say(w('请居民本人签字', 'The resident signs'))}</h3>
      <ul>
        {papers.map(({ paper }) => (
          <li key={paper.name}>{say(signedFor(paper))}</li>
        ))}
      </ul>
      {onPaper ? (
        <>
          <PhotoField
            label={w('拍下签了字的纸条', 'A photo of the signed slip')}
            ids={slip === undefined ? [] : [slip]}
            change={(ids) => setSlip(lastOf(ids))}
            atOnce
          />
          <button
            type="button"
            className="button main"
            disabled={slip === undefined || busy}
            onClick={() => slip !== undefined && void press({ as: 'slip', photo: slip })}
          >
            {say(slip === undefined ? w('先拍下纸条', 'Take a photo of the slip first') : w('纸条已签字', 'The slip is signed'))}
          </button>
        </>
      ) : (
        <Signature label={w('签名的地方', 'Where to sign')} busy={busy} done={(picture) => void drawn(picture)} />
      )}
      <button type="button" className="button plain" onClick={() => setOnPaper(!onPaper)}>
        {say(onPaper ? w('改在屏幕上签', 'Sign on the screen') : w('签在纸上，拍照', 'Signed on paper: take a photo'))}
      </button>
      <Trouble problem={problem ?? unsent} />
    </section>
  )
}

function signedFor(paper: Paper): Words {
  const { to, amount } = unconfirmed(paper) ?? {}
  const much = amount === undefined ? w('', '') : yuan(amount)
  return to === 'helper'
    ? w(`我把“${paper.name}”${much.zh}交给代办员`, `I gave "${paper.name}" ${much.en} to the helper`)
    : w(`我收回了“${paper.name}”${much.zh}`, `I have "${paper.name}" ${much.en} back`)
}
