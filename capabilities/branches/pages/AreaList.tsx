import { useSay, w } from '#web/shared/language.ts'
import type { Area } from '../contract/seen.ts'
import { byWords, valueWords } from './words.ts'

/** What is looked after, where, and by whom as far as they agreed. */
export function AreaList({ areas }: { areas: readonly Area[] }) {
  const say = useSay()
  return (
    <ul className="stack close">
      {areas.map(({ id, kind, where, promise, by }) => (
        <li key={id} className="sheet stack tight">
          <p className="strong">{where}</p>
          <p>{promise}</p>
          <p className="soft">
            {say(valueWords(kind))} · {say(w('由', 'by '))}
            {say(byWords(by))}
            {say(w('照看', ''))}
          </p>
        </li>
      ))}
    </ul>
  )
}
