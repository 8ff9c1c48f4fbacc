import assert from 'node:assert/strict'
import { test } from 'node:test'
import { codeSender, type Message } from './console.ts'

test('a demo shows a one-time code to whoever asked for it, and all else to whoever plays the resident, not to the worker', async () => {
  const shown: Message[] = []
  const send = codeSender(true, (message) => shown.push(message))
  assert.deepEqual(await send('370703', '13800001234', '123456', 'signIn'), { shown: '123456' })
  assert.deepEqual(shown, [])
  assert.deepEqual(await send('370703', '13800001234', 'ABCDEFGHJKMNP', 'query'), {})
  assert.deepEqual(shown, [{ to: '138****1234', purpose: 'query', code: 'ABCDEFGHJKMNP' }])
})
