import { ask, asProblem, command, type Reply } from '#web/shared/ask.ts'
import { freshId } from '#web/shared/fresh.ts'
import { type Words, w } from '#web/shared/language.ts'
import { hold, isAway, mustWait } from '#web/shared/offline/hold.ts'
import { owner, ownerOf, setOwner } from '#web/shared/offline/owner.ts'
import { isStaff, type Session } from '#web/shared/session.tsx'
import type { CommandReply } from '../view.ts'
import { type Draft, reportOf } from './draft.ts'

/** It waits on this phone, with these of its photos, and goes by itself. */
export interface Held {
  held: true
  photos: string[]
}

/** What is sent: a draft, for whom a worker files it, and what it is called while it waits. */
export interface Sending {
  draft: Draft
  as: string | undefined
  title: Words
}

/** Sends a report, or keeps it on this phone until it can be sent: without a network, and while its photos are on their way. */
export async function sendReport({ draft, as, title }: Sending, key: string): Promise<Reply<CommandReply | Held>> {
  const input = reportOf(draft, { as })
  const id = freshId()
  const wait = async (photos = draft.photos.map((photo) => photo.id), under = freshId()): Promise<Reply<Held> | undefined> => {
    const pressed = { path: '/api/cases', item: id, title, about: draft.place?.label ?? '', key: under }
    const done = await hold({ ...pressed, input: { ...input, id, ...(photos.length > 0 && { photos }) } })
    return done ? { done, value: { held: true, photos } } : undefined
  }
  const waiting = mustWait(input) ? await wait() : undefined
  if (waiting) return waiting
  const reply = await command<CommandReply>('/api/cases', input, key)
  if (reply.done) return reply
  if (isAway(reply.problem)) {
    // Under the same key and with the same content: should the server have had it after all, it answers as it did then.
    const pressed = { path: '/api/cases', item: id, title, about: draft.place?.label ?? '', key, input }
    return (await hold(pressed)) ? { done: true, value: { held: true, photos: input.photos ?? [] } } : reply
  }
  const session = await endedMeanwhile()
  if (!session) return reply
  if (as !== undefined && !isStaff(session)) return { done: false, problem: signInAgain }
  // Photos belong to whoever uploaded them: those of a session that has ended go up once more, from this phone.
  const again = draft.photos.map(({ id: known, local }) => local ?? known)
  return (reply.problem.status === 400 && mustWait({ photos: again }) && (await wait(again))) || reply
}

/** The session as it is now, if it is no longer the one that this page knows. */
async function endedMeanwhile(): Promise<Session | undefined> {
  const reply = await ask<Session>('/api/session')
  if (!reply.done || ownerOf(reply.value) === owner()) return undefined
  setOwner(reply.value)
  return reply.value
}

const signInAgain = asProblem(
  401,
  'notSignedIn',
  w(
    '登录已经过期，没有送出。写的都在这部手机上：重新登录后，从“还没写完”里接着送。',
    'Your session has ended, so it was not sent. All you wrote is on this phone: sign in again and go on from the unfinished ones.',
  ),
)
