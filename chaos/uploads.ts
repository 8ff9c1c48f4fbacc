import { randomUUID } from 'node:crypto'
import sharp from 'sharp'
import { pause } from './play.ts'

/** Somebody who sends photos without a pause; says which were kept. */
export async function startUploads(district: string, address: string) {
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
      const reply = await fetch(`${address}/api/files`, { method: 'POST', body, headers }).catch(() => undefined)
      const told: { id: string } | undefined = reply?.ok ? JSON.parse(await reply.text()) : undefined
      if (told) kept.push(told.id)
      await pause(100)
    }
  })()
  return {
    kept,
    stop: async () => {
      stopped = true
      await going
    },
  }
}
