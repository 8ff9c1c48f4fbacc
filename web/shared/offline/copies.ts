import { keptHere } from './database.ts'
import { keepsCopies, owner } from './owner.ts'

/** Addresses that work needs also without a network. Of cases only those in hand are kept (`keepCase`), since they are personal. */
const kept = [
  /^\/api\/cases\?/,
  /^\/api\/cases\/queue\/counts$/,
  /^\/api\/flows\//,
  /^\/api\/visits\/due$/,
  // Where somebody stood is kept nowhere.
  /^\/api\/places[/?](?!.*longitude=)/,
  /^\/api\/boundaries\?/,
]

/** What everybody may read, and a resident's phone needs to write a report without a network: it is kept on every phone, for whoever holds it. */
const everybodys = /^\/api\/categories$/
const districtOf = (whose: string | undefined) => whose?.split('/')[0]

const write = async (path: string, value: unknown) => {
  const whose = owner()
  if (whose === undefined) return
  const database = await keptHere()
  await database.put('copies', { path, owner: whose, value, at: new Date().toISOString() })
}

/** Keeps what an address said, if it is one that work needs. What cannot be kept is no fault: the network is there. */
export function keepCopy(path: string, value: unknown): void {
  if (everybodys.test(path) || (keepsCopies() && kept.some((pattern) => pattern.test(path)))) write(path, value).catch(() => {})
}

/** Keeps a case in hand and its history, until it is handed on. */
export function keepCase(id: string, inHand: boolean, parts: { view?: unknown; events?: unknown }): void {
  if (!keepsCopies()) return
  const paths = { view: `/api/cases/${id}`, events: `/api/cases/${id}/events` }
  const change = async () => {
    const database = await keptHere()
    if (!inHand) for (const path of Object.values(paths)) await database.delete('copies', path)
    else {
      if (parts.view !== undefined) await write(paths.view, parts.view)
      if (parts.events !== undefined) await write(paths.events, parts.events)
    }
  }
  change().catch(() => {})
}

/** Forgets the cases that are in hand no longer: all but these. */
export async function keepOnlyCases(ids: readonly string[]): Promise<void> {
  const database = await keptHere()
  const inHand = new Set(ids)
  for (const path of await database.getAllKeys('copies')) {
    const id = /^\/api\/cases\/([0-9a-f-]{36})(\/events)?$/.exec(path)?.[1]
    if (id !== undefined && !inHand.has(id)) await database.delete('copies', path)
  }
}

/** What an address said when it could last be reached, to the same account and post. */
export async function copyOf<Value>(path: string): Promise<{ value: Value; at: string } | undefined> {
  try {
    const found = await (await keptHere()).get('copies', path)
    // It is what the server said to this very address: its shape is the server's.
    const isTheirs = everybodys.test(path) ? districtOf(found?.owner) === districtOf(owner()) : found?.owner === owner()
    return found && isTheirs ? { value: found.value as Value, at: found.at } : undefined
  } catch {
    return undefined
  }
}

/** Forgets all copies but what is everybody's: on signing out, and before somebody else's come. */
export async function wipeCopies(): Promise<void> {
  try {
    const database = await keptHere()
    for (const path of await database.getAllKeys('copies')) if (!everybodys.test(path)) await database.delete('copies', path)
  } catch {
    // Where nothing can be kept there is nothing to forget.
  }
}
