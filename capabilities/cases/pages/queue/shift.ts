import { useEffect } from 'react'
import { ask } from '#web/shared/ask.ts'
import { haveCopy, renewCopy } from '#web/shared/loaded.ts'
import { copyOf, keepCase, keepOnlyCases } from '#web/shared/offline/copies.ts'
import { keepsCopies } from '#web/shared/offline/owner.ts'
import type { CasePage, CaseView, SeenEvent } from '../view.ts'
import { ownLists } from './tabs.ts'

/** How many cases in hand a phone keeps for a shift without a network. */
const most = 30

/**
 * Keeps the parts of one's own queue on a phone, and the cases in hand with their history, so that a shift can go on without a
 * network, and forgets those that are in hand no longer. Each is fetched once, and again when it changed; each fetch is a look that the reporter sees,
 * by its own name. Goes by what is kept,
 * each time that `queue` says something new; the part that is on the page is kept by having been asked for.
 */
export function useShift(queue: string, onPage: string, visits: boolean): void {
  useEffect(() => {
    if (queue === '' || !keepsCopies()) return
    let gone = false
    const keepUp = async () => {
      // What the forms are made from, which no case page may have asked for yet.
      for (const path of ['/api/flows/cases', '/api/categories']) await haveCopy(path)
      for (const path of ownLists) if (!gone && path !== onPage) await renewCopy(path)
      // A walk around the grid needs the list of what is due there.
      if (visits && !gone) await renewCopy('/api/visits/due')
      const reply = await ask<CasePage>('/api/cases?scope=queue&sort=due&limit=200')
      if (!reply.done || gone) return
      await keepOnlyCases(reply.value.rows.map(({ id }) => id))
      for (const { id, version } of reply.value.rows.slice(0, most)) {
        const known = await copyOf<CaseView>(`/api/cases/${id}`)
        if (gone || known?.value.item.version === version) continue
        const view = await ask<CaseView>(`/api/cases/${id}?ahead=true`)
        const events = view.done ? await ask<SeenEvent[]>(`/api/cases/${id}/events?ahead=true`) : undefined
        if (view.done) keepCase(id, true, { view: view.value, ...(events?.done && { events: events.value }) })
      }
    }
    keepUp().catch(() => {})
    return () => {
      gone = true
    }
  }, [queue, onPage, visits])
}
