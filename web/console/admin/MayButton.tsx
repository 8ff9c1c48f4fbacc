import { useState } from 'react'
import { useSay, type Words } from '../../shared/language.ts'

/** Something that may be done, or why it may not. */
export interface MayAct {
  words: Words
  because: Words | undefined
  busy?: boolean
  press: () => void
}

/** A button as the server allows it: where it may not be pressed it stays, and says why when it is. */
export function MayButton({ words, because, busy = false, press }: MayAct) {
  const say = useSay()
  const [asked, setAsked] = useState(false)
  return (
    <>
      <button
        type="button"
        className="button plain"
        aria-disabled={because !== undefined}
        disabled={busy}
        {...(because && { title: say(because) })}
        onClick={() => (because ? setAsked(!asked) : press())}
      >
        {say(words)}
      </button>
      {because && asked && (
        <span className="soft small" role="status">
          {say(because)}
        </span>
      )}
    </>
  )
}
