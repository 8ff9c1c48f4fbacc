import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { fieldsOf } from './badInput.ts'
import { validatorCompiler } from './validator.ts'

const check = (schema: object) => validatorCompiler({ schema: schema as never, httpPart: 'body', method: 'POST', url: '/' })
const said = (schema: object, value: unknown) => {
  const result = check(schema)(value)
  assert.ok(typeof result === 'object' && 'error' in result && Array.isArray(result.error))
  return fieldsOf(result.error as never).map(({ field, because }) => `${field} ${because.en}`)
}

/** A list that counts how often one of its entries is read. */
function counted(length: number) {
  const count = { reads: 0 }
  const entries = Array.from({ length }, () => 1)
  const list = new Proxy(entries, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key)) count.reads++
      return Reflect.get(target, key)
    },
  })
  return { list, count }
}

test('a list far too long is not compared entry with entry', () => {
  const { list, count } = counted(100_000)
  assert.match(said(Type.Array(Type.Integer(), { maxItems: 9, uniqueItems: true }), list).join(), /at most 9 entries/)
  assert.ok(count.reads < 300_000, `${count.reads} reads`)
})

test('what lies deeper than anything of ours is refused, whatever else it is', () => {
  const deep: unknown = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`)
  for (const schema of [Type.Object({}), Type.Array(Type.Unknown()), Type.Unknown()])
    assert.deepEqual(said(schema, deep), ['内容 lies more than 40 levels deep'])
  assert.deepEqual(check(Type.Unknown())([[[1]]]), { value: [[[1]]] })
})

test('what is wrong beyond what is looked at is told as such', () => {
  const late = [...Array.from({ length: 1500 }, () => 'x'), 1]
  assert.deepEqual(said(Type.Array(Type.String()), late), ['内容 has too many entries, or a wrong one after the first 1000'])
  const early = [...Array.from({ length: 150 }, () => 'x'), 1]
  assert.match(said(Type.Array(Type.String(), { maxItems: 200 }), early)[0] ?? '', /^150 must be string/)
})
