import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import sharp from 'sharp'
import { parsed } from './client.ts'

/** Somebody who sends a photo every so often, as persistent as people are; says which were kept. */
export async function startUploads(district: string, addressOf: () => string) {
  const kept: string[] = []
  let stopped = false
  const picture = await sharp({ create: { width: 640, height: 480, channels: 3, background: 'darkgreen' } })
    .jpeg()
    .toBuffer()
  const going = (async () => {
    while (!stopped) {
      const body = new FormData()
      body.set('file', new Blob([new Uint8Array(picture)], { type: 'image/jpeg' }), 'lamp.jpg')
      const headers = { 'linli-district': district, 'linli-device': randomUUID() }
      const reply = await fetch(`${addressOf()}/api/files`, {
        ...{ method: 'POST', body, headers, signal: AbortSignal.timeout(20_000) },
      }).catch(() => undefined)
      const told = reply?.ok ? parsed<{ id: string }>(await reply.text().catch(() => '')) : undefined
      if (told) kept.push(told.id)
      await sleep(250)
    }
  })()
  return {
    kept,
    /** Gives the ids of those that were kept. */
    stop: async (): Promise<readonly string[]> => {
      stopped = true
      await going
      return kept
    },
  }
}
