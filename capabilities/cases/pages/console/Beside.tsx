import { useEffect, useRef } from 'react'
import { Link } from 'wouter'
import { useSay, w } from '#web/shared/language.ts'
import { CaseBody } from '../case/CaseBody.tsx'
import './beside.css'

/** A case beside the list that it was opened from. Escape closes it. */
export function Beside({ id, close }: { id: string; close: () => void }) {
  const say = useSay()
  const box = useRef<HTMLElement>(null)
  const leave = useRef(close)
  leave.current = close
  useEffect(() => {
    const before = document.activeElement
    box.current?.focus()
    const pressed = (event: KeyboardEvent) => {
      if (event.key === 'Escape') leave.current()
    }
    addEventListener('keydown', pressed)
    return () => {
      removeEventListener('keydown', pressed)
      // Whoever closes it is where they were.
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    }
  }, [])
  return (
    <aside ref={box} className="beside" tabIndex={-1} aria-label={say(w('打开的事项', 'The case that is open'))}>
      <div className="line">
        <button type="button" className="button" onClick={close}>
          {say(w('关上（Esc）', 'Close (Esc)'))}
        </button>
        <Link className="far" href={`/case/${id}`}>
          {say(w('单独打开', 'Open by itself'))}
        </Link>
      </div>
      <CaseBody key={id} id={id} />
    </aside>
  )
}
