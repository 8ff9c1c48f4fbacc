import type { Problem } from '../ask.ts'
import { freshId } from '../fresh.ts'
import type { Words } from '../language.ts'
import type { Queued } from './database.ts'
import { owner, ownersPost } from './owner.ts'
import { enqueue, localPhotosIn } from './queue.ts'

/** What is pressed, before it is known whether it can be sent. */
export type Pressed = Pick<Queued, 'path' | 'item' | 'input' | 'title' | 'about'> &
  Partial<Pick<Queued, 'key' | 'basedOn' | 'leadsTo'>>

/** Whether an input can only go by the queue: photos that this device alone has go up before it. */
export const mustWait = (input: Record<string, unknown>): boolean => localPhotosIn(input).length > 0

/** Whether a problem is only that there is no network, or the server does not answer. */
export const isAway = (problem: Problem): boolean => problem.status === 0

/** Keeps what was pressed on this device until the network is back. Gives whether it is kept: where it is not, the page keeps the form. */
export async function hold(pressed: Pressed): Promise<boolean> {
  const whose = owner()
  if (whose === undefined) return false
  const post = ownersPost()
  try {
    await enqueue({
      key: freshId(),
      owner: whose,
      saidAt: new Date().toISOString(),
      ...pressed,
      ...(post !== undefined && { post }),
    })
    return true
  } catch {
    return false
  }
}

export const sentWords = (title: Words): Words => ({ zh: `${title.zh}：已送出`, en: `${title.en}: sent` })

export const heldWords = (title: Words): Words => ({
  zh: `${title.zh}：已存在本机，联网后自动送出`,
  en: `${title.en}: kept on this device, and sent once the network is back`,
})
