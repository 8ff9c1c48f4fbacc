import { useSay, w } from '#web/shared/language.ts'
import { useNow } from '#web/shared/now.ts'
import { Shape } from '#web/shared/Shape.tsx'
import { exact } from '#web/shared/time.ts'
import type { SeenStation } from '../show.ts'

/** What goes on longer than this is said to be always so. */
const week = 7 * 86_400_000

/** Whether a station is open, and until when, or when it opens next. */
export function Openness({ station: { open, until, next, because } }: { station: SeenStation }) {
  const say = useSay()
  const now = useNow()
  const at = (moment: string) => exact(Date.parse(moment), now)
  if (open && until) {
    const always = Date.parse(until) - now > week
    const { zh, en } = at(until)
    return (
      <span className="chip look-done">
        <Shape look="done" />
        {say(always ? w('全天开着', 'open day and night') : w(`现在开着，到${zh}`, `open until ${en}`))}
      </span>
    )
  }
  const opens = next && at(next)
  return (
    <span className="chip look-stopped">
      <Shape look="stopped" />
      {say(
        w(
          `现在关着${because ? `（${because}）` : ''}${opens ? `，${opens.zh} 开` : ''}`,
          `closed${because ? ` (${because})` : ''}${opens ? `, opens ${opens.en}` : ''}`,
        ),
      )}
    </span>
  )
}
