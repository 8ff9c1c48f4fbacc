import { dayOf } from '#kernel/time/zone.ts'
import type { SeenTask, Task } from '../contract/task.ts'

/** Whether a task is past its limit and not done. */
export const isOverdue = ({ state, limit }: Pick<Task, 'state' | 'limit'>, now: Temporal.Instant): boolean =>
  state === 'assigned' && limit < dayOf(now)

/** What is shown of a task: of the account that reported it nothing but the name. */
export function show(task: Task, { now }: { now: Temporal.Instant }): SeenTask {
  const { district: _district, secretary: _secretary, account: _account, ...rest } = { account: undefined, ...task }
  return { ...rest, overdue: isOverdue(task, now) }
}
