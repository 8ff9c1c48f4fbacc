import { randomUUID } from 'node:crypto'
import type { Part } from '#testing/parts.ts'
import { forgetAttempts } from '../attempts.ts'
import { watchChanges } from '../changes.ts'
import { furnishedDistrict } from '../world.ts'
import { type Malformed, malformed } from './made.ts'

const patience = 5000
const edge = 'the-edge-of-a-part'

/** Where each kind of file is taken, and how it is sent there. */
const ways: Record<Malformed['kind'], { url: string; multipart: boolean }> = {
  photo: { url: '/api/files', multipart: true },
  sheet: { url: '/api/registers/categories/sheet?preview=true', multipart: true },
  places: { url: '/api/import/units?system=wgs84&preview=true', multipart: false },
}

/** Uploads 200 files that are not what they say they are: each is taken or refused, soon, and leaves nothing where it is refused. */
export const part: Part = async (goals, { quick }) => {
  const { app, database, district, hands } = await furnishedDistrict()
  const seed = quick ? 1 : Math.floor(Math.random() * 1_000_000)
  const files = await malformed(200, seed)
  const found = { faults: [] as string[], slow: [] as string[], changes: [] as string[] }
  const { changed, end } = await watchChanges(database)
  let taken = 0
  for (const { name, kind, bytes } of files) {
    const { url, multipart } = ways[kind]
    await forgetAttempts(database)
    await changed()
    const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="a.bin"\r\n\r\n`
    const payload = multipart ? Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]) : bytes
    const began = performance.now()
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url,
      payload,
      headers: {
        'linli-district': district,
        'idempotency-key': randomUUID(),
        'content-type': multipart ? `multipart/form-data; boundary=${edge}` : 'application/json',
        cookie: hands.get('systemAdmin')?.cookie ?? '',
      },
    })
    const took = performance.now() - began
    if (statusCode >= 500) found.faults.push(`${kind} ${name}: ${statusCode} ${body.slice(0, 200)}`)
    if (took > patience) found.slow.push(`${kind} ${name}: ${took.toFixed(0)} ms`)
    if (statusCode < 400) taken += 1
    else found.changes.push(...(await changed()).map((table) => `${table} after ${kind} ${name}`))
  }
  await end()
  const of = `of ${files.length} malformed files (seed ${seed}; ${taken} could be read all the same)`
  goals.none('files: faults of ours', found.faults, of)
  goals.none(`files: answers after more than ${patience} ms`, found.slow)
  goals.none('files: changes after a refusal', found.changes)
}
