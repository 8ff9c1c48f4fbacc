import assert from 'node:assert/strict'
import { test } from 'node:test'
import { refusal } from '../flow/refusal.ts'
import { asLogged } from './fault.ts'
import { logIn } from './log.ts'
import { readable } from './readable.ts'

test('a person at a terminal hears of what is wrong; a service manager gets a line a request; what is asked for comes first', () => {
  assert.deepEqual(logIn({}, false), { level: 'info' })
  assert.equal(logIn({}, true).level, 'warn')
  assert.equal(logIn({ LINLI_LOG: '' }, true).level, 'warn')
  assert.equal(logIn({ LINLI_LOG: 'debug' }, true).level, 'debug')
  assert.deepEqual(logIn({ LINLI_LOG: 'silent', LINLI_LOG_ADDRESSES: '1' }, false), { level: 'silent', addresses: true })
  assert.throws(() => logIn({ LINLI_LOG: 'loud' }, false), /LINLI_LOG=loud is unknown: it is one of silent/)
})

test('a line can be read at a terminal, with what went wrong beneath it; what is no JSON stays as it is', () => {
  const line = { level: 'error', time: '2026-03-02T01:00:00.000Z', pid: 7, request: 'k7m2q9xd', msg: 'a fault of ours' }
  const err = { type: 'Error', message: 'away', stack: '    at here' }
  assert.match(
    readable(`${JSON.stringify({ ...line, err })}\n`),
    /^\d\d:\d\d:00 error a fault of ours request=k7m2q9xd type=Error message=away\n {4}at here\n$/,
  )
  assert.match(
    readable(JSON.stringify({ ...line, status: 200 })),
    /^\d\d:\d\d:00 error a fault of ours request=k7m2q9xd status=200\n$/,
  )
  assert.equal(readable('邻里 is ready'), '邻里 is ready')
})

test('of a fault the log keeps what kind it is and where, and nothing that somebody wrote', () => {
  const detail = 'Key (phone)=(13800001234) already exists.'
  const kept = asLogged(
    Object.assign(new Error('duplicate key value violates a constraint'), { code: '23505', detail, parameters: ['李奶奶'] }),
  )
  assert.equal(kept.code, '23505')
  assert.match(kept.stack, /log\.test\.ts/)
  const words = '李奶奶 13800001234'
  const faults = [
    kept,
    asLogged(Object.assign(new Error(`invalid input syntax for type integer: "${words}"`), { code: '22P02' })),
    asLogged(new Error('migration failed', { cause: Object.assign(new Error(words), { code: '22001' }) })),
    asLogged(tryTo(() => JSON.parse(`{"words": ${words}`))),
    asLogged({
      timer: { district: 't1', item: 'i1', command: 'remind', input: { words } },
      fault: refusal('rule', words, words),
    }),
    asLogged({ id: 'o1', item: 'i1', attempts: 3, fault: Object.assign(new Error('off'), { detail: words }) }),
    asLogged(words),
    asLogged(undefined),
  ]
  assert.doesNotMatch(JSON.stringify(faults), /李奶奶|13800001234/)
  assert.deepEqual(faults[4], { district: 't1', item: 'i1', command: 'remind', type: 'refusal', message: 'rule', stack: '' })
  assert.equal(faults[5]?.attempts, 3)
  assert.equal(faults[5]?.message, 'off')
})

function tryTo(work: () => unknown): unknown {
  try {
    return work()
  } catch (error) {
    return error
  }
}
