import { useState } from 'react'
import { post } from '#web/shared/ask.ts'
import { Line } from '#web/shared/form/Line.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { Trouble } from '#web/shared/parts.tsx'
import { useSending } from '#web/shared/sending.ts'
import type { Contact as Whole } from '../contract/errand.ts'

/** Asks why, and then shows the telephone whole. */
export function Contact({ id }: { id: string }) {
  const say = useSay()
  const [reason, setReason] = useState('')
  const [whole, setWhole] = useState<Whole>()
  const { busy, problem, press } = useSending(
    (why: string) => post<Whole>(`/api/errands/${id}/reveal`, { reason: why }),
    setWhole,
  )
  const isSaid = reason.trim().length >= 4
  if (whole)
    return (
      <p>
        <a className="button" href={`tel:${whole.phone}`}>
          {say(w('拨打 ', 'Call '))}
          {whole.phone}
        </a>
      </p>
    )
  return (
    <details>
      <summary>{say(w('看完整电话', 'See the whole number'))}</summary>
      <form
        className="stack close"
        onSubmit={(event) => {
          event.preventDefault()
          void press(reason.trim())
        }}
      >
        <Line
          label={w('为什么要看完整电话（会记下来）', 'Why you need the whole number (written down)')}
          value={reason}
          change={setReason}
          most={300}
        />
        <Trouble problem={problem} />
        <button type="submit" className="button" disabled={busy || !isSaid}>
          {say(
            isSaid
              ? w('查看并留下记录', 'See it, on the record')
              : w('先写原因，四个字以上', 'Say why first, in four characters or more'),
          )}
        </button>
      </form>
    </details>
  )
}
