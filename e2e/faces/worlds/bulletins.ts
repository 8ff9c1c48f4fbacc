import type { APIRequestContext } from 'playwright-core'
import { asked } from './world.ts'

/** A moment so many hours from now. */
const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** Publishes a bulletin, and gives its id. */
export async function publish(
  hand: APIRequestContext,
  said: { kind: string; places: string[]; what: string; advice?: string; call?: string },
  [from, until]: readonly [from: number, until: number] = [-1, 7],
): Promise<string> {
  const { id } = await asked<{ id: string }>(hand, '/api/bulletins', { ...said, from: inHours(from), until: inHours(until) })
  return id
}
