import { differing } from '../../people/admin/trail.ts'
import type { Webhook } from './store.ts'

const hostOf = ({ address }: Webhook) => new URL(address).host

/** A webhook as the trail of administration tells it. Of its address the host alone: what follows may let in whoever knows it. */
export const told = (webhook: Webhook) => {
  const { name, events, paused } = webhook
  return { name, host: hostOf(webhook), events: events ?? 'all', paused }
}

/** What a change made of a webhook, with the name that it had; nothing where all is as it was. */
export function changeTold(before: Webhook, after: Webhook) {
  const differs = differing({ before: told(before), after: told(after) })
  const moved = before.address !== after.address
  if (!moved && Object.keys(differs.after).length === 0) return undefined
  return { name: before.name, ...differs, ...(moved && { movedTo: hostOf(after) }) }
}
