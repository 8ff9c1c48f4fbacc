import { useSay, type Words, w } from '#web/shared/language.ts'
import type { Due } from '../contract.ts'

const rhythms: Record<string, Words> = {
  daily: w('每天', 'daily'),
  weekly: w('每周', 'weekly'),
  monthly: w('每月', 'monthly'),
  quarterly: w('每季度', 'quarterly'),
  yearly: w('每年', 'yearly'),
  asNeeded: w('按需', 'as needed'),
}

/** How often a service item is due, when it was done last, and by when it is due again. */
export function DueSays({ due: { rhythm, lastOn, dueOn }, today }: { due: Due; today: string }) {
  const say = useSay()
  const late = dueOn !== undefined && dueOn <= today
  const last = lastOn === undefined ? w('还没做过', 'not done yet') : w(`上次 ${lastOn}`, `last on ${lastOn}`)
  return (
    <span className="soft">
      {say(rhythms[rhythm] ?? w(rhythm, rhythm))} · {say(last)}
      {dueOn !== undefined && (
        <>
          {' · '}
          <span className={late ? 'warm' : undefined}>
            {say(late ? w('该做了', 'due') : w(`${dueOn} 前做`, `due by ${dueOn}`))}
          </span>
        </>
      )}
    </span>
  )
}
