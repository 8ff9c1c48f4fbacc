import { rhythms } from '#capabilities/grids/contract/kinds.ts'
import { useSay, w } from '#web/shared/language.ts'
import type { Due } from '../contract.ts'

/** How often a service item is due, when it was done last, and by when it is due again. */
export function DueSays({ due: { rhythm, lastOn, dueOn }, today }: { due: Due; today: string }) {
  const say = useSay()
  const late = dueOn !== undefined && dueOn <= today
  const last = lastOn === undefined ? w('还没做过', 'not done yet') : w(`上次 ${lastOn}`, `last on ${lastOn}`)
  return (
    <span className="soft">
      {say(rhythms[rhythm])} · {say(last)}
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
