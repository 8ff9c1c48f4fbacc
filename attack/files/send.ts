import { randomUUID } from 'node:crypto'
import type { App } from '#kernel/http/app.ts'
import type { Hand } from '#testing/stage.ts'
import { telltaleName } from '#testing/telltale.ts'
import type { Way } from './ways.ts'

const edge = 'the-edge-of-a-part'
const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${telltaleName}"\r\n\r\n`

/** What came of a file that was sent: the status, the words and how long it took, in milliseconds. */
export interface Answered {
  status: number
  text: string
  took: number
}

/** Sends a file by one of the ways, as somebody; `preview` to have it only looked at. */
export async function sendFile(
  { app, district }: { app: App; district: string },
  hand: Hand | undefined,
  { url, multipart }: Way,
  bytes: Buffer,
  preview = false,
): Promise<Answered> {
  const payload = multipart ? Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]) : bytes
  const began = performance.now()
  const { statusCode, body } = await app.inject({
    method: 'POST',
    url: preview ? `${url}${url.includes('?') ? '&' : '?'}preview=true` : url,
    payload,
    headers: {
      'linli-district': district,
      'linli-device': hand?.device ?? 'a phone of nobody at all',
      'idempotency-key': randomUUID(),
      'content-type': multipart ? `multipart/form-data; boundary=${edge}` : 'application/json',
      ...(hand?.cookie && { cookie: hand.cookie }),
    },
  })
  return { status: statusCode, text: body, took: performance.now() - began }
}
