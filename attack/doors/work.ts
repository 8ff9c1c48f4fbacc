import { createHook } from 'node:async_hooks'
import { listenedDatabase } from '#testing/database.ts'

/** A database of which each statement is heard, and passwords that are hashed; and what work was done while something was. */
export async function workbench() {
  const heard: string[] = []
  let hashed = 0
  // What one person's request says of itself is no work: who they are, and what they asked.
  const database = await listenedDatabase((text) => void heard.push(text.replaceAll(/'(?:[^']|'')*'/g, "'…'")))
  const hook = createHook({ init: (_, type) => void (type === 'ARGON2REQUEST' && hashed++) })

  /** How often each statement was sent while something was done, and how often a password was hashed. */
  async function workOf(done: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
    heard.length = 0
    hashed = 0
    hook.enable()
    await done().finally(() => hook.disable())
    const counts = new Map([...Map.groupBy(heard, (text) => text)].map(([text, all]) => [text, all.length] as const))
    return counts.set('a password is hashed', hashed)
  }
  return { database, workOf }
}

/** What was done otherwise, of two works: nothing if they are alike. */
export const differences = (one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].flatMap((text) => {
    const [first = 0, second = 0] = [one.get(text), other.get(text)]
    return first === second ? [] : [`${first} against ${second} times: ${text.replaceAll(/\s+/g, ' ').trim().slice(0, 160)}`]
  })
