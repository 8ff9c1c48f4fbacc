import { useSay, type Words, w } from '#web/shared/language.ts'

/** Presses what is to be done first with the case that is shown there. The key itself is typed nowhere, should a form open. */
export function take(event: KeyboardEvent, where: string): void {
  event.preventDefault()
  for (const place of document.querySelectorAll(where)) place.querySelector<HTMLButtonElement>('[data-take]')?.click()
}

interface Shown {
  shown: boolean
  toggle: () => void
  /** What each key does that works on this page. */
  keys: readonly Words[]
}

/** The keys of a page. Once asked for they stand at the foot of the window, however long the page is. */
export function Keys({ shown, toggle, keys }: Shown) {
  const say = useSay()
  return (
    <aside className={shown ? 'keys shown soft small' : 'keys soft small'}>
      <button type="button" className="button plain" aria-expanded={shown} onClick={toggle}>
        {say(w('键盘操作（按 ?）', 'Keys (press ?)'))}
      </button>
      {shown && <p>{[...keys, hiding].map(say).join(' · ')}</p>}
    </aside>
  )
}

const hiding = w('? 收起', '? hide')
