import { rhythms } from '#capabilities/grids/contract/kinds.ts'
import { useSay, w } from '#web/shared/language.ts'
import { useNow } from '#web/shared/now.ts'
import { dayName, instantOf } from '#web/shared/time.ts'
import type { Due } from '../contract.ts'

/** How often a service item is due, when it was done last, and by when it is due again. */
export function DueSays({ due: { rhythm, lastOn, dueOn }, today }: { due: Due; today: string }) {
  const [say, now] = [useSay(), useNow()]
  const called = (day: string) => dayName(Date.parse(instantOf(`${day}T00:00`)), now)
  const [done, due] = [lastOn === undefined ? undefined : called(lastOn), dueOn === undefined ? undefined : called(dueOn)]
  const late = dueOn !== undefined && dueOn <= today
  return (
    <span className="soft">
      {say(rhythms[rhythm])} · {say(done ? w(`上次：${done.zh}`, `done last: ${done.en}`) : w('还没做过', 'not done yet'))}
      {due && (
        <>
          {' · '}
          <span className={late ? 'warm' : undefined}>
            {say(late ? w('该做了', 'due') : w(`下次：${due.zh}前`, `next by: ${due.en}`))}
          </span>
        </>
      )}
    </span>
  )
}
