import type { Queued } from '#web/shared/offline/database.ts'
import type { CaseView, FlowDescription } from '../view.ts'

/** The state that a command leaves a case in, where the flow lets it be only one. */
export function leadsTo(flow: FlowDescription, name: string, state: string): string | undefined {
  const [next, ...others] = flow.commands[name]?.to ?? []
  if (next === undefined || others.length > 0) return undefined
  return next === 'unchanged' ? state : next
}

/**
 * A case as it will be once what waits on this device has been sent: its state, and what its holder may do there by the flow's own
 * declaration. Where the flow leaves open what comes next, nothing more is offered until the network is back. The server decides.
 */
export function expected(view: CaseView, waiting: readonly Queued[], flow: FlowDescription): CaseView {
  const last = waiting.at(-1)
  if (!last) return view
  const state = last.leadsTo
  if (state === undefined || waiting.some(({ problem }) => problem)) return { ...view, may: [], mayNot: {} }
  if (state === view.item.state) return view
  const may = Object.entries(flow.commands)
    .filter(([, { from, by }]) => from.includes(state) && by.some(({ en }) => en === 'its holder'))
    .map(([name]) => name)
  return { item: { ...view.item, state }, may, mayNot: {} }
}
