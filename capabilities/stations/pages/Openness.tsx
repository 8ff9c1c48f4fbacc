import { LookChip } from '#web/shared/LookChip.tsx'
import { w } from '#web/shared/language.ts'
import { useNow } from '#web/shared/now.ts'
import { exact } from '#web/shared/time.ts'
import type { SeenStation } from '../show.ts'

/** What goes on longer than this is said to be always so. */
const week = 7 * 86_400_000

/** Whether a station is open, and until when, or when it opens next. */
export function Openness({ station: { open, until, next, because } }: { station: SeenStation }) {
  const now = useNow()
  const at = (moment: string) => exact(Date.parse(moment), now)
  if (open && until) {
    const always = Date.parse(until) - now > week
    const { zh, en } = at(until)
    return (
      <LookChip look="done" words={always ? w('全天开着', 'open day and night') : w(`现在开着，到${zh}`, `open until ${en}`)} />
    )
  }
  const opens = next && at(next)
  return (
    <LookChip
      look="stopped"
      words={w(
        `现在关着${because ? `（${because}）` : ''}${opens ? `，${opens.zh} 开` : ''}`,
        `closed${because ? ` (${because})` : ''}${opens ? `, opens ${opens.en}` : ''}`,
      )}
    />
  )
}
