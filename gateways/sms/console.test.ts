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

test('elsewhere than in a demo a code goes to whoever runs the server alone, and is shown to nobody', async () => {
  const [shown, printed]: [Message[], string[]] = [[], []]
  const send = codeSender(
    false,
    (message) => shown.push(message),
    (line) => printed.push(line),
  )
  assert.deepEqual(await send('370703', '13800001234', '123456', 'signIn'), {})
  assert.deepEqual(shown, [])
  assert.deepEqual(printed, ['one-time code for 138****1234: 123456'])
})
