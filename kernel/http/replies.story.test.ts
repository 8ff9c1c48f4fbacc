import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { setStage } from '#testing/stage.ts'

test('what is long goes packed to whoever reads that, and as it is to others; what is short goes as it is', async () => {
  const { app } = await setStage()
  const ask = (url: string, encoding?: string) =>
    app.inject({ method: 'GET', url, headers: encoding === undefined ? {} : { 'accept-encoding': encoding } })
  const [plain, packed, gzip] = [
    await ask('/openapi.json'),
    await ask('/openapi.json', 'gzip, br'),
    await ask('/openapi.json', 'gzip'),
  ]
  assert.deepEqual(
    [plain, packed, gzip].map(({ headers }) => headers['content-encoding']),
    [undefined, 'br', 'gzip'],
  )
  assert.equal(brotliDecompressSync(packed.rawPayload).toString(), plain.body)
  assert.ok(packed.rawPayload.length * 5 < plain.rawPayload.length)
  assert.equal((await ask('/healthz', 'gzip, br')).headers['content-encoding'], undefined)
})

test('the policy of a page comes with what may become a page or a worker, and not with each part that a page takes in', async () => {
  const { app } = await setStage()
  const policyFor = async (dest?: string) =>
    (await app.inject({ url: '/healthz', headers: dest === undefined ? {} : { 'sec-fetch-dest': dest } })).headers[
      'content-security-policy'
    ] !== undefined
  for (const dest of [undefined, 'document', 'iframe', 'worker', 'serviceworker', 'empty'])
    assert.ok(await policyFor(dest), String(dest))
  for (const dest of ['script', 'style', 'image']) assert.ok(!(await policyFor(dest)), dest)
})
