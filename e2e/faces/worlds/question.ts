import type { APIRequestContext } from 'playwright-core'
import { asked, handIn, type World } from './world.ts'

/** Reports something at a door without an account, lets the grid worker ask back, and gives the link that the telephone got. */
export async function askedBack(
  world: Pick<World, 'house' | 'door'>,
  worker: APIRequestContext,
  { words, question }: { words: string; question: string },
): Promise<string> {
  const phone = '13900004321'
  const { id } = await asked<{ id: string }>(await handIn(world), '/api/cases', { words, phone, place: { code: world.door } })
  await asked(worker, `/api/cases/${id}/accept`, {})
  await asked(worker, `/api/cases/${id}/askReporter`, { question })
  return world.house.cameTo(phone)
}
