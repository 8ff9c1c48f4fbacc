import type { Queued } from '#web/shared/offline/database.ts'
import type { CaseView, FlowDescription } from '../view.ts'

type Commands = Pick<FlowDescription, 'commands'>

/** The state that a command leaves a case in for its sender, where the flow lets it be only one and passes the case to nobody else. */
export function leadsTo(flow: Commands, name: string, state: string): string | undefined {
  const { to, passesOn } = flow.commands[name] ?? { to: [], passesOn: false }
  const [next, ...others] = to
  if (next === undefined || others.length > 0 || passesOn) return undefined
  return next === 'unchanged' ? state : next
}

/**
 * What a reader may do with a case in a state that it is not in yet, by the flow's own declaration: what they may do now already, and
 * what the party may by which they have the others (the holder, the lead unit). What takes an occasion is offered where it is already.
 */
export function mayAfter(flow: Commands, now: readonly string[], state: string): string[] {
  const parties = new Set(
    now.flatMap((name) => {
      const [party, ...others] = flow.commands[name]?.by ?? []
      return party && others.length === 0 ? [party.en] : []
    }),
  )
  return Object.entries(flow.commands)
    .filter(
      ([name, { from, by, onOccasion }]) =>
        from.includes(state) && (now.includes(name) || (!onOccasion && by.some(({ en }) => parties.has(en)))),
    )
    .map(([name]) => name)
}

/**
 * A case as it will be once what waits on this device has been sent: its state, and what its reader may do there. Where the flow leaves
 * open what comes next, or somebody else has the case then, nothing more is offered until the network is back. The server decides.
 */
export function expected(view: CaseView, waiting: readonly Queued[], flow: FlowDescription): CaseView {
  const last = waiting.at(-1)
  if (!last) return view
  const reached = waiting.findLast(({ leadsTo: state }) => state !== undefined)?.leadsTo ?? view.item.state
  // Which limits run there the server knows.
  const item = reached === view.item.state ? view.item : { ...view.item, state: reached, limits: [] }
  if (last.leadsTo === undefined || waiting.some(({ problem }) => problem)) return { item, may: [], mayNot: {} }
  return item === view.item ? view : { item, may: mayAfter(flow, view.may, reached), mayNot: {} }
}
