import { useId, useState } from 'react'
import { useSay, type Words, w } from '#web/shared/language.ts'

/** A sign beside a word that says by hovering, or when it is pressed, which rule stands behind it. */
export function Explained({ what, rule }: { what: Words; rule: Words }) {
  const [say, id] = [useSay(), useId()]
  const [open, setOpen] = useState(false)
  return (
    <>
      <button
        type="button"
        className="button plain why"
        title={say(rule)}
        aria-label={say(w(`${what.zh}：怎么算`, `${what.en}: how it is told`))}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        ?
      </button>
      <span id={id} role="status" className="soft small rule" hidden={!open}>
        {say(rule)}
      </span>
    </>
  )
}
