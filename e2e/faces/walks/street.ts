import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import type { Doors } from '../../doors.ts'
import { sit } from '../../people.ts'

/** A case that somebody reported, and the phone that they did it with. */
export interface Reported {
  resident: Page
  id: string
}

/** Reports something without its page, at building 3 unless it says where: for a walk that is not about reporting. */
export async function reported(
  doors: Doors,
  category: string,
  words: string,
  place: object = { code: 'plum-3' },
): Promise<Reported> {
  const resident = await sit(doors, 'phone')
  const headers = { 'linli-device': randomUUID(), 'idempotency-key': randomUUID() }
  const reply = await resident.request.post('/api/cases', { data: { words, category, place }, headers })
  if (!reply.ok()) throw new Error(await reply.text())
  const { id, secret } = JSON.parse(await reply.text())
  await resident.request.post('/api/session/query-code', { data: { code: secret.queryCode } })
  return { resident, id }
}

/** A photo as a phone takes it. */
export const photo = async () => ({
  name: 'photo.jpg',
  mimeType: 'image/jpeg',
  buffer: await sharp({ create: { width: 1200, height: 900, channels: 3, background: 'orange' } })
    .jpeg()
    .toBuffer(),
})
