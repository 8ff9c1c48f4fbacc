import { useSay, w } from '../language.ts'
import { Shape } from '../Shape.tsx'
import type { Heap, Pin } from './pin.ts'

interface Listed {
  pins: readonly Pin[]
  heap: Heap
  choose: (id: string) => void
  close: () => void
}

/** What lies at one spot of the map, as a list over it: each opens as its pin would. */
export function SpotList({ pins, heap, choose, close }: Listed) {
  const say = useSay()
  return (
    <section
      className="sheet stack close spot-list"
      aria-label={say(w('这一处有什么', 'What is at this spot'))}
      onKeyDown={({ key }) => key === 'Escape' && close()}
    >
      <button type="button" className="button plain" ref={focusOnce} onClick={close}>
        {say(w(`这一处 ${pins.length} ${heap.measure} · 收起`, `${pins.length} at this spot · hide`))}
      </button>
      <ul className="stack close">
        {pins.map(({ id, look, label }) => (
          <li key={id}>
            <button type="button" className="button wide" onClick={() => choose(id)}>
              <Shape look={look} />
              {label}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const focusOnce = (button: HTMLButtonElement | null): void => button?.focus()
