import { useEffect } from 'react'
import { ask } from '#web/shared/ask.ts'
import { keepCase, keepCopy } from '#web/shared/offline/copies.ts'
import type { CaseRow, CaseView, SeenEvent } from '../view.ts'

/** How many cases in hand a phone keeps for a shift without a network. */
const most = 30

/**
 * Keeps the cases in hand on a phone, with their history, so that a shift can go on without a network. Each is fetched once, and
 * again when it changed; each fetch is a look that the reporter sees.
 */
export function useShift(rows: readonly CaseRow[], inHand: boolean): void {
  const wanted = rows
    .slice(0, most)
    .map(({ id, version }) => `${id} ${version}`)
    .join('\n')
  useEffect(() => {
    if (!inHand || wanted === '' || !matchMedia('(max-width: 60rem)').matches) return
    let gone = false
    const fetchAll = async () => {
      // What the forms are made from, which no case page may have asked for yet.
      for (const path of ['/api/flows/cases', '/api/categories']) {
        const reply = fetched.has(path) ? undefined : await ask<unknown>(path)
        if (!reply?.done) continue
        keepCopy(path, reply.value)
        fetched.add(path)
      }
      for (const line of wanted.split('\n')) {
        const [id = ''] = line.split(' ')
        if (gone || fetched.has(line)) continue
        const view = await ask<CaseView>(`/api/cases/${id}`)
        if (!view.done) continue
        const events = await ask<SeenEvent[]>(`/api/cases/${id}/events`)
        keepCase(id, true, { view: view.value, ...(events.done && { events: events.value }) })
        fetched.add(line)
      }
    }
    fetchAll()
    return () => {
      gone = true
    }
  }, [wanted, inHand])
}

const fetched = new Set<string>()
