import { useSay, w } from '#web/shared/language.ts'
import { useNow } from '#web/shared/now.ts'
import { Shape } from '#web/shared/Shape.tsx'
import { lookOfCase, stateWords } from './states.ts'

/** The state of a case: one colour and one shape, and words for both. */
export function StateChip({
  state,
  dueAt,
  yellowAt,
}: {
  state: string
  dueAt?: string | undefined
  yellowAt?: string | undefined
}) {
  const [say, now] = [useSay(), useNow()]
  const look = lookOfCase(state, now, dueAt, yellowAt)
  const more = look === 'over' ? say(w(' · 已超时', ' · over')) : look === 'soon' ? say(w(' · 快到时', ' · due soon')) : ''
  return (
    <span className={`chip look-${look}`}>
      <Shape look={look} />
      {say(stateWords(state))}
      {more}
    </span>
  )
}
