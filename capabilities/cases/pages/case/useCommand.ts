import { type Reply, command as send } from '#web/shared/ask.ts'
import { endedWords } from '#web/shared/ended.ts'
import type { Values } from '#web/shared/form/schema.ts'
import { type Words, w } from '#web/shared/language.ts'
import { heldWords, hold, isAway, mustWait } from '#web/shared/offline/hold.ts'
import { useSending } from '#web/shared/sending.ts'
import type { CaseView, CommandReply, SeenCase } from '../view.ts'

/** What a page does after a command: the case as it is then, if it is still to be seen, and what is said about it. */
export type After = (view: CaseView | null, told: Words, good?: boolean) => void

/**
 * Sends a command on a case. Without a network it is kept on this device and sent later. Where somebody else was first (409), the
 * page is told why and shows the case as it is now.
 */
export function useCommand(item: SeenCase, name: string, title: Words, after: After, leadsTo?: string) {
  return useSending(
    async (input: Values, key): Promise<Reply<CommandReply | typeof held>> => {
      const path = `/api/cases/${item.id}/${name}`
      const pressed = { key, path, input, title, item: item.id, about: item.number, basedOn: item.version }
      const kept = () => hold({ ...pressed, ...(leadsTo !== undefined && { leadsTo }) })
      if (mustWait(input) && (await kept())) return { done: true, value: held }
      const reply = await send<CommandReply>(path, input, key, item.version)
      if (!reply.done && isAway(reply.problem) && (await kept())) return { done: true, value: held }
      if (!reply.done && reply.problem.status === 409 && reply.problem.code !== 'rule') after(null, reply.problem.because, false)
      // The session has ended meanwhile: the page asks who it is, and what was typed is kept until then.
      if (!reply.done && reply.problem.status === 401) after(null, endedWords, false)
      return reply
    },
    (value) => {
      if ('held' in value) return after(null, heldWords(title), true)
      const { view } = value
      after(
        view,
        view
          ? (saidDone[name] ?? w(`${title.zh}：好了`, `Done: ${title.en}`))
          : w(
              `${title.zh}：好了。这一件已交给别的岗位，您不再看到它。`,
              `Done: ${title.en}. It has gone to another post and is no longer yours to see.`,
            ),
      )
    },
  )
}

/** What was done, where its name and “done” would say something else. */
const saidDone: Readonly<Record<string, Words>> = { rate: w('您的评价已收到', 'Your rating is in') }

/** In place of a reply: it waits on this device. */
const held = { held: true } as const
