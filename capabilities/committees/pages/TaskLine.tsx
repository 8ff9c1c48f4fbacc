import { Link } from 'wouter'
import { LookChip } from '#web/shared/LookChip.tsx'
import { useSay, w } from '#web/shared/language.ts'
import { OnDay } from '#web/shared/parts.tsx'
import type { TaskRow } from '../contract/task.ts'
import { taskStanding } from './words.ts'

/** A task in a line: where it is, who holds it, and until when. */
export function TaskLine({ task: { id, state, subject, holderName, limit, overdue } }: { task: TaskRow }) {
  const say = useSay()
  return (
    <div className="line">
      <LookChip {...taskStanding({ state, overdue })} />
      <Link href={`/console/tasks/${id}`}>{subject}</Link>
      <span className="soft">
        {holderName} · {say(w('期限：', 'by '))}
        <OnDay day={limit} />
      </span>
    </div>
  )
}
