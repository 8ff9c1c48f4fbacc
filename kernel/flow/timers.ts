import { within } from '../database/within.ts'
import { systemOf } from '../people/actor.ts'
import type { AnyItem } from './command.ts'
import type { Capability, House } from './house.ts'
import { perform } from './perform.ts'
import { isRefusal } from './refusal.ts'
import { type DueTimer, dropTimers, isSet, leaseTimers, postpone } from './store/timers.ts'

/** Sends a flow's commands in the name of the system. */
export type Sender = (timer: DueTimer) => Promise<unknown>

/** How a flow's timers are sent: down the usual path, under a key that makes each call happen once. */
export const timerSender =
  <Item extends AnyItem, Facts>(house: House, capability: Capability<Item, Facts>): Sender =>
  (timer) =>
    perform(house, capability, {
      name: timer.command,
      id: timer.item,
      input: timer.input,
      actor: systemOf(timer.district),
      scope: 'timer',
      key: `${timer.item} ${timer.key}`,
    })

/**
 * Sends the commands of a district whose time has come, some hundred at a time. A timer is leased in a transaction of its
 * own; its command then finds out under the item's lock whether it still applies. A crash in between sends it again after
 * the lease, and the key makes that the same command. Gives how many were sent, and what went wrong.
 */
export async function ringTimers(house: House, senders: Record<string, Sender>, district: string, most = 100) {
  const now = house.clock()
  const due = await within(house.database, { as: 'command', district }, (connection) =>
    leaseTimers(connection, district, now, most),
  )
  const faults: { timer: DueTimer; fault: unknown }[] = []
  const past: DueTimer[] = []
  for (const timer of due) {
    const send = senders[timer.flow]
    const fault = await (send ? send(timer) : Promise.reject(new Error(`there is no flow ${timer.flow}`))).then(
      (outcome) => (isRefusal(outcome) ? outcome : undefined),
      (error: unknown) => error,
    )
    // What an item is past it does not come to by waiting.
    const isPast = isRefusal(fault) && fault.kind === 'notNow'
    if (fault === undefined || isPast) past.push(timer)
    if (fault === undefined) continue
    // Somebody may have been quicker than the timer, which then is not set any more: no fault.
    const stillSet = await within(house.database, { as: 'command', district }, async (connection) => {
      const set = await isSet(connection, timer)
      if (set && !isPast) await postpone(connection, timer, now.add({ hours: 1 }))
      return set
    })
    if (stillSet) faults.push({ timer, fault })
  }
  if (past.length > 0)
    await within(house.database, { as: 'command', district }, (connection) => dropTimers(connection, district, now, past))
  return { sent: due.length - faults.length, faults }
}
