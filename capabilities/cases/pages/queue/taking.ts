import { command, type Reply } from '#web/shared/ask.ts'
import { type Words, w } from '#web/shared/language.ts'
import { heldWords, hold, isAway } from '#web/shared/offline/hold.ts'
import { leadsTo } from '../case/expected.ts'
import type { CaseRow, CommandReply, FlowDescription } from '../view.ts'

/** The command by which a case is taken in. */
export interface Taking {
  name: string
  words: Words
}

const takings: Record<string, Taking> = {
  reported: { name: 'accept', words: w('承单', 'Accept') },
  dispatched: { name: 'receive', words: w('接单', 'Receive') },
}

/** How a case is taken in, where its state is one from which one tap does it. */
export const takingOf = ({ state }: Pick<CaseRow, 'state'>): Taking | undefined => takings[state]

/** That it waits on this device until the network is back. */
export interface Held {
  held: Words
}

/** Takes a case in as it stands in a list; without a network it is kept on this device. */
export async function takeIn(
  { id, number, state, version }: CaseRow,
  { name, words }: Taking,
  key: string,
  flow: FlowDescription | undefined,
): Promise<Reply<CommandReply | Held>> {
  const path = `/api/cases/${id}/${name}`
  const reply = await command<CommandReply>(path, {}, key, version)
  if (reply.done || !isAway(reply.problem)) return reply
  const next = flow && leadsTo(flow, name, state)
  const pressed = { key, path, item: id, input: {}, title: words, about: number, basedOn: version }
  const kept = await hold({ ...pressed, ...(next !== undefined && { leadsTo: next }) })
  return kept ? { done: true, value: { held: heldWords(words) } } : reply
}
